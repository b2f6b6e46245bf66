import { expect } from 'vitest';
import { type Acting, actingBot, actingErrors, actingParams, byBot, enterGroup } from '../scenes/acting-bots.ts';
import { commandsSeenBy } from '../scenes/commands.ts';
import { fetch } from '../scenes/fetching.ts';
import { changeUser } from '../scenes/people.ts';
import { storeRefuses } from '../scenes/refusals.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Command.register';

const draft = {
  command: 'help',
  title: { en: 'Show help', de: 'Hilfe anzeigen' },
  params: { en: 'query', de: 'Anfrage' },
};
const register = (fields: Record<string, unknown>) => byBot(async () => ({ fields: { ...draft, ...fields } }));

/** Which commands were called in the group by that text. */
async function called({ alice, groupChatId }: World, acting: Acting, MESSAGE: string): Promise<string[]> {
  await alice.ok('im.message.add', { DIALOG_ID: `chat${groupChatId}`, MESSAGE });
  const { events, nextOffset } = await fetch(acting);
  await fetch(acting, { offset: nextOffset });
  return events.flatMap(({ data }) => (data.command ? [`${data.command.command} ${data.command.params}`.trim()] : []));
}

export default contract({
  method: METHOD,
  example: register({}),
  errors: {
    ...actingErrors,
    'COMMAND_NAME_INVALID: Command name is invalid': register({ command: ['help'], title: {} }),
    'COMMAND_REQUIRED: Command is required': register({ command: ' / ', title: {} }),
    'COMMAND_TITLE_REQUIRED: Command title is required': register({ title: 'Show help' }),
    'COMMAND_REGISTER_FAILED: Command registration failed': async (world) => {
      const cause = await register({})(world);
      await storeRefuses(world, 'insert on command');
      return cause;
    },
  },
  params: {
    ...actingParams(METHOD, async () => ({ fields: draft })),
    // V39
    async 'fields.command'(world) {
      const acting = await actingBot(world);
      await enterGroup(world, acting);
      const { command } = await acting.by(METHOD, { fields: { ...draft, command: '/cmd_помощь' } });
      expect(command).toMatchObject({ botId: acting.bot, command: '/cmd_помощь' });
      expect(await called(world, acting, '/cmd_помощь now')).toEqual(['/cmd_помощь now']);
      const again = await acting.by(METHOD, { fields: { command: 'CMD_помощь', title: { en: 'Other' }, common: 'Y' } });
      expect(again.command).toEqual(command);
      for (const name of ['two words', 5, 'x'.repeat(256)])
        await acting.refused(METHOD, { fields: { ...draft, command: name } }, 'COMMAND_NAME_INVALID');
      // The older form, in which everything stands beside the bot (V40).
      const flat = await acting.by(METHOD, { command: 'flat', title: { en: 'Flat' }, common: 'Y' });
      expect(flat.command).toMatchObject({ command: '/flat', common: true });
    },
    // V40
    async 'fields.title'(world) {
      const acting = await actingBot(world);
      await enterGroup(world, acting);
      await acting.by(METHOD, { fields: draft });
      expect(await commandsSeenBy(world, world.alice, `chat${world.groupChatId}`)).toMatchObject([
        { name: 'help', title: 'Show help', params: 'query' },
      ]);
      await acting.refused(METHOD, { fields: { command: 'other' } }, 'COMMAND_TITLE_REQUIRED');
      await acting.by(METHOD, { fields: { command: 'other', hidden: 'Y' } });
    },
    async 'fields.params'(world) {
      const acting = await actingBot(world);
      await enterGroup(world, acting);
      await acting.by(METHOD, { fields: { ...draft, params: { en: 'two numbers' } } });
      const [listed] = await commandsSeenBy(world, world.alice, `chat${world.groupChatId}`);
      expect(listed?.params).toBe('two numbers');
    },
    async 'fields.common'(world) {
      const acting = await actingBot(world);
      await acting.by(METHOD, { fields: { ...draft, command: 'everywhere', common: true } });
      await acting.by(METHOD, { fields: { ...draft, command: 'here' } });
      expect(await called(world, acting, '/here')).toEqual([]);
      expect(await called(world, acting, '/everywhere')).toEqual(['/everywhere']);
    },
    async 'fields.hidden'(world) {
      const acting = await actingBot(world);
      await enterGroup(world, acting);
      await acting.by(METHOD, { fields: { ...draft, hidden: 'Y' } });
      expect(await commandsSeenBy(world, world.alice, `chat${world.groupChatId}`)).toEqual([]);
      expect(await called(world, acting, '/help')).toEqual(['/help']);
    },
    async 'fields.extranetSupport'(world) {
      const acting = await actingBot(world);
      await enterGroup(world, acting);
      await acting.by(METHOD, { fields: { ...draft, command: 'staff' } });
      await acting.by(METHOD, { fields: { ...draft, command: 'guests', extranetSupport: 'Y' } });
      await changeUser(world, world.alice.id, { isExtranet: true });
      expect(await called(world, acting, '/staff')).toEqual([]);
      expect(await called(world, acting, '/guests')).toEqual(['/guests']);
    },
  },
});
