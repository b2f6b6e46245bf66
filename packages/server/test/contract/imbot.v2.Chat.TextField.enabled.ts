import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot, enterGroup } from '../scenes/acting-bots.ts';
import { chatErrors, inGroup, privateDialog } from '../scenes/bot-chats.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.TextField.enabled';
const call = inGroup({ enabled: false });

export default contract({
  method: METHOD,
  example: byBot(call),
  errors: { ...actingErrors, ...chatErrors },
  params: {
    ...actingParams(METHOD, call),
    // V52
    async dialogId(world) {
      const acting = await actingBot(world);
      const dialogId = await privateDialog(world, acting);
      await acting.by(METHOD, { dialogId, enabled: 'N' });
      expect((await world.alice.ok('im.dialog.get', { DIALOG_ID: acting.bot })).text_field_enabled).toBe(false);
      await acting.refused(METHOD, { dialogId: `chat${world.groupChatId}` }, 'ACCESS_DENIED');
    },
    async enabled(world) {
      const acting = await actingBot(world);
      const dialogId = await enterGroup(world, acting);
      const told = [];
      for (const enabled of ['N', false, undefined, 'any', 'N', true]) {
        await acting.by(METHOD, { dialogId, enabled });
        told.push((await acting.by('imbot.v2.Chat.get', { dialogId })).chat.textFieldEnabled);
      }
      expect(told).toEqual([false, false, true, true, false, true]);
    },
  },
});
