import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams, byBot, enterGroup } from '../scenes/acting-bots.ts';
import { chatErrors, inGroup, privateDialog } from '../scenes/bot-chats.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Chat.InputAction.notify';
const call = inGroup({ statusMessageCode: 'IMBOT_AGENT_ACTION_THINKING', duration: 30 });

/** What is shown of each call. */
async function shown(world: World, calls: readonly object[]): Promise<unknown[]> {
  const acting = await actingBot(world);
  const dialogId = await enterGroup(world, acting);
  const told: unknown[] = [];
  const end = world.app.hub.subscribe((happening) => {
    if (happening.kind !== 'change' || happening.change.type !== 'typing') return;
    told.push([happening.change.status, happening.change.seconds]);
  });
  for (const one of calls) await acting.by(METHOD, { dialogId, ...one });
  await world.settled();
  end();
  return told;
}

export default contract({
  method: METHOD,
  example: byBot(call),
  errors: { ...actingErrors, ...chatErrors },
  params: {
    ...actingParams(METHOD, call),
    async dialogId(world) {
      const acting = await actingBot(world);
      await acting.by(METHOD, { dialogId: await privateDialog(world, acting) });
      await acting.refused(METHOD, { dialogId: world.bob.id }, 'CHAT_NOT_FOUND');
      await acting.refused(METHOD, { dialogId: `chat${world.groupChatId}` }, 'ACCESS_DENIED');
    },
    // V51
    async statusMessageCode(world) {
      const codes = ['IMBOT_AGENT_ACTION_READING_DOCS', 'IMBOT_AGENT_ACTION_COMPOSING', 'dancing', undefined];
      expect(
        await shown(
          world,
          codes.map((statusMessageCode) => ({ statusMessageCode })),
        ),
      ).toEqual([
        ['readingDocs', 60],
        ['composing', 60],
        [undefined, 60],
        [undefined, 60],
      ]);
    },
    async duration(world) {
      const durations = [1, 0, -5, 600, 601, 'any', undefined];
      const told = await shown(
        world,
        durations.map((duration) => ({ duration })),
      );
      expect(told).toEqual([1, 1, 1, 600, 600, 60, 60].map((seconds) => [undefined, seconds]));
    },
  },
});
