import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import {
  ATTACH,
  MENU,
  OVERSIZE,
  PERSON_KEYBOARD,
  WIDE_KEYBOARD,
  WIDE_OVERSIZE,
  WRONG,
} from '../scenes/message-parts.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

/** Alice has written to Bob. */
async function written(world: World, more: Record<string, unknown> = {}): Promise<number> {
  return world.alice.ok('im.message.add', { DIALOG_ID: world.bob.id, MESSAGE: 'first', ...more });
}

const update = (more: Record<string, unknown>) => async (world: World) => ({
  params: { MESSAGE_ID: await written(world), MESSAGE: 'Updated text', ...more },
});

/** The message as Bob sees it after each of the changes. */
async function updated(world: World, ...changes: Record<string, unknown>[]) {
  const id = await written(world);
  const seen = [];
  for (const change of changes) {
    await world.alice.ok('im.message.update', { MESSAGE_ID: id, ...change });
    seen.push(await messageSeenBy(world.bob, world.alice.id, id));
  }
  return seen;
}

export default contract({
  method: 'im.message.update',
  example: update({ KEYBOARD: 'N' }),
  errors: {
    "MESSAGE_ID_ERROR: Message ID can't be empty": update({ MESSAGE_ID: -1 }),
    // Before the rows of ATTACH: whose the message is stands higher in the table (R1).
    "CANT_EDIT_MESSAGE: Time has expired for modification or you don't have access": async (world) => ({
      ...(await update({ ATTACH: WRONG.ATTACH })(world)),
      as: 'bob',
    }),
    'ATTACH_ERROR: Incorrect attach params': update({ ATTACH: WRONG.ATTACH }),
    'ATTACH_OVERSIZE: You have exceeded the maximum allowable size of attach': update({ ATTACH: WIDE_OVERSIZE }),
    'KEYBOARD_ERROR: Incorrect keyboard params': update({ KEYBOARD: WRONG.KEYBOARD }),
    'KEYBOARD_OVERSIZE: You have exceeded the maximum allowable size of keyboard': update({
      KEYBOARD: WIDE_KEYBOARD,
    }),
    'menu_ERROR: Incorrect menu params': update({ MENU: WRONG.MENU }),
    'MENU_OVERSIZE: You have exceeded the maximum allowable size of menu': update({ MENU: OVERSIZE.MENU }),
  },
  params: {
    async MESSAGE_ID(world) {
      const [one, other] = [await written(world), await written(world)];
      await world.alice.ok('im.message.update', { MESSAGE_ID: one, MESSAGE: 'second' });
      expect(await messageSeenBy(world.bob, world.alice.id, one)).toMatchObject({ text: 'second' });
      expect(await messageSeenBy(world.bob, world.alice.id, other)).toMatchObject({ text: 'first' });
    },
    async MESSAGE(world) {
      const [kept, changed, deleted] = await updated(
        world,
        { KEYBOARD: PERSON_KEYBOARD },
        { MESSAGE: 'second ' },
        { MESSAGE: '' },
      );
      expect([kept.text, changed.text]).toEqual(['first', 'second']);
      expect(deleted.params).toMatchObject({ IS_DELETED: 'Y' });
    },
    async ATTACH(world) {
      const [given, cleared] = await updated(world, { ATTACH }, { ATTACH: 'N' });
      expect(given.params).toMatchObject({ ATTACH: [ATTACH] });
      expect(cleared.params).not.toHaveProperty('ATTACH');
    },
    async KEYBOARD(world) {
      const [given, cleared] = await updated(world, { KEYBOARD: PERSON_KEYBOARD }, { KEYBOARD: 'N' });
      expect(given.params).toHaveProperty('KEYBOARD');
      expect(cleared.params ?? {}).not.toHaveProperty('KEYBOARD');
    },
    async MENU(world) {
      const [given, cleared] = await updated(world, { MENU }, { MENU: '' });
      expect(given.params).toHaveProperty('MENU');
      expect(cleared.params ?? {}).not.toHaveProperty('MENU');
    },
    async URL_PREVIEW(world) {
      const [plain, still, rich] = await updated(world, { URL_PREVIEW: 'N' }, {}, { URL_PREVIEW: 'Y' });
      expect(still.params).toEqual(plain.params);
      expect(rich.params).not.toEqual(plain.params);
    },
    async IS_EDITED(world) {
      const [unmarked, marked] = await updated(world, { ATTACH, IS_EDITED: 'N' }, { ATTACH: 'N' });
      expect(unmarked.params).not.toHaveProperty('IS_EDITED');
      expect(marked.params).toMatchObject({ IS_EDITED: 'Y' });
    },
  },
});
