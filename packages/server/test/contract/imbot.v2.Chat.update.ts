import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot } from '../scenes/acting-bots.ts';
import { chatErrors, dialogParam, inOwnChat, ownChat, wrongType } from '../scenes/bot-chats.ts';
import { PICTURE } from '../scenes/chats.ts';
import type { Answer, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.update';
const call = inOwnChat(() => ({ fields: { title: 'New title', color: 'mint' } }));

/** The chat after each of the changes. */
async function changed(world: World, changes: readonly object[]): Promise<Answer['body'][]> {
  const acting = await actingBot(world);
  const dialogId = `chat${await ownChat(world, acting, { description: 'before' })}`;
  const told = [];
  for (const fields of changes) {
    expect(await acting.by(METHOD, { dialogId, fields })).toEqual({ result: true });
    told.push((await acting.by('imbot.v2.Chat.get', { dialogId })).chat);
  }
  return told;
}

export default contract({
  method: METHOD,
  example: byBot(call),
  errors: { ...actingErrors, ...chatErrors, ...wrongType },
  params: {
    ...actingParams(METHOD, call),
    ...dialogParam(METHOD, call),
    async 'fields.title'(world) {
      const told = await changed(world, [{ title: 'After' }, { title: '' }, {}]);
      expect(told.map(({ name }) => name)).toEqual(['After', 'After', 'After']);
      // V54
      const acting = await actingBot(world);
      const theirs = await ownChat(world, acting, { ownerId: world.alice.id });
      await acting.refused(METHOD, { dialogId: `chat${theirs}`, fields: { title: 'Mine' } }, 'ACCESS_DENIED');
    },
    async 'fields.description'(world) {
      const told = await changed(world, [{}, { description: 'after' }, { description: '' }]);
      expect(told.map(({ description }) => description)).toEqual(['before', 'after', '']);
    },
    async 'fields.color'(world) {
      const told = await changed(world, [
        { color: 'mint' },
        { color: 'no colour' },
        { color: 'MINT' },
        { color: 'red' },
      ]);
      expect(told.map(({ color }) => color)).toEqual(['#4ba984', '#4ba984', '#4ba984', '#df532d']);
    },
    // V55
    async 'fields.avatar'(world) {
      const told = await changed(world, [{ avatar: PICTURE }, { title: 'Same' }, { avatar: 'no picture' }]);
      expect(told.map(({ avatar }) => avatar !== '')).toEqual([true, true, false]);
    },
  },
});
