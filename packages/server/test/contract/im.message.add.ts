import { expect } from 'vitest';
import { messageSeenBy, WORKGROUP } from '../scenes/chats.ts';
import {
  ATTACH,
  KEYBOARD,
  MENU,
  OVERSIZE,
  PERSON_KEYBOARD,
  WIDE_KEYBOARD,
  WIDE_OVERSIZE,
  WRONG,
} from '../scenes/message-parts.ts';
import { expectRefusal, NOBODY } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const group = (world: World) => `chat${world.groupChatId}`;

const add = (more: Record<string, unknown>) => (world: World) => ({
  params: { DIALOG_ID: group(world), MESSAGE: 'Message text', ...more },
});

/** The message as Bob sees it. */
async function sent(world: World, more: Record<string, unknown> = {}) {
  return messageSeenBy(world.bob, group(world), await world.alice.ok('im.message.add', add(more)(world).params));
}

export default contract({
  method: 'im.message.add',
  async example(world) {
    const REPLY_ID = await world.bob.ok('im.message.add', { DIALOG_ID: group(world), MESSAGE: 'first' });
    return add({ SYSTEM: 'N', URL_PREVIEW: 'Y', REPLY_ID })(world);
  },
  errors: {
    // An ATTACH that says "none" is no message either (R31).
    "MESSAGE_EMPTY: Message can't be empty": add({ MESSAGE: ' ', ATTACH: 'N' }),
    // The recipient comes first, also where everything is missing (R46).
    "USER_ID_EMPTY: User ID can't be empty": () => ({ params: { fields: { DIALOG_ID: '1', MESSAGE: 'x' } } }),
    // Whether one may write there comes before what one writes (R1).
    'USER_NOT_FOUND: User not found': add({ DIALOG_ID: NOBODY, ...WRONG }),
    'CHAT_ID: Error creating message': add({ DIALOG_ID: `chat${NOBODY}`, ...WRONG }),
    'ACCESS_ERROR: Action unavailable': (world) => ({ ...add({ ...WRONG, REPLY_ID: 'first' })(world), as: 'carol' }),
    'PARAMS_ERROR: Incorrect params': add({ REPLY_ID: 'the first one' }),
    'ATTACH_ERROR: Incorrect attach params': add({ MESSAGE: '', ATTACH: WRONG.ATTACH }),
    'ATTACH_OVERSIZE: You have exceeded the maximum allowable size of attach': add({ ATTACH: WIDE_OVERSIZE }),
    'KEYBOARD_ERROR: Incorrect keyboard params': add({ KEYBOARD }),
    'MENU_ERROR: Incorrect menu params': add({ MENU: WRONG.MENU }),
    'REPLY_ACCESS_ERROR: Action unavailable': async (world) => {
      const elsewhere = await world.carol.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'between us' });
      return add({ REPLY_ID: elsewhere })(world);
    },
    'REPLY_FROM_OTHER_CHAT_ERROR: You can only reply to a message within the same chat': async (world) => {
      const elsewhere = await world.bob.ok('im.message.add', { DIALOG_ID: world.alice.id, MESSAGE: 'between us' });
      return add({ REPLY_ID: elsewhere })(world);
    },
  },
  params: {
    async DIALOG_ID(world) {
      const id = await world.alice.ok('im.message.add', { DIALOG_ID: world.carol.id, MESSAGE: 'hello' });
      expect(await messageSeenBy(world.carol, world.alice.id, id)).toMatchObject({
        text: 'hello',
        author_id: world.alice.id,
      });
      await world.alice.ok('im.chat.add', WORKGROUP);
      const inGroup = await world.alice.ok('im.message.add', { DIALOG_ID: 'sg7', MESSAGE: 'to the workgroup' });
      expect(await messageSeenBy(world.alice, 'sg7', inGroup)).toMatchObject({ text: 'to the workgroup' });
      await expectRefusal(world.bob, 'im.message.add', add({ DIALOG_ID: 'sg7' })(world).params, 'ACCESS_ERROR');
    },
    async MESSAGE(world) {
      expect(await sent(world, { MESSAGE: 'hello' })).toMatchObject({ text: 'hello' });
      expect(await sent(world, { MESSAGE: 'one[BR]two' })).toMatchObject({ text: 'one\ntwo' });
    },
    async ATTACH(world) {
      expect(await sent(world, { MESSAGE: '', ATTACH })).toMatchObject({ text: '', params: { ATTACH: [ATTACH] } });
    },
    async KEYBOARD(world) {
      const mixed = { BUTTONS: [...KEYBOARD.BUTTONS, ...PERSON_KEYBOARD.BUTTONS] };
      expect((await sent(world, { KEYBOARD: mixed })).params).toMatchObject({ KEYBOARD: PERSON_KEYBOARD });
      // One that is too long is left out (R48).
      expect((await sent(world, { KEYBOARD: WIDE_KEYBOARD })).params).not.toHaveProperty('KEYBOARD');
      expect((await sent(world, { KEYBOARD: OVERSIZE.KEYBOARD })).params).toHaveProperty('KEYBOARD');
    },
    async MENU(world) {
      expect((await sent(world, { MENU })).params).toHaveProperty('MENU');
    },
    async SYSTEM(world) {
      const [line, said] = [await sent(world, { SYSTEM: 'Y' }), await sent(world)];
      expect([line.author_id, said.author_id]).toEqual([0, world.alice.id]);
    },
    async URL_PREVIEW(world) {
      const [plain, rich] = [await sent(world, { URL_PREVIEW: 'N' }), await sent(world)];
      expect(plain.params).not.toEqual(rich.params);
    },
    async REPLY_ID(world) {
      const first = await world.bob.ok('im.message.add', { DIALOG_ID: group(world), MESSAGE: 'first' });
      expect((await sent(world, { REPLY_ID: first })).params).toMatchObject({ REPLY_ID: first });
      await expectRefusal(world.alice, 'im.message.add', add({ REPLY_ID: NOBODY })(world).params, 'REPLY_ACCESS_ERROR');
    },
  },
});
