import { expect } from 'vitest';
import { actingBot, actingErrors, actingParams } from '../scenes/acting-bots.ts';
import { secondBot } from '../scenes/second-bot.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Command.list';
const REGISTER = 'imbot.v2.Command.register';

export default contract({
  method: METHOD,
  async example(world) {
    const { names, by } = await actingBot(world);
    await by(REGISTER, { fields: { command: 'help', title: { en: 'Show Help' }, params: { en: 'request text' } } });
    return { params: names };
  },
  // Those of the portal itself stand before them, and are known by texts (V41).
  shape: (documented) => {
    const { commands } = documented as { commands: object[] };
    return { commands: [...commands, ...commands.map((one) => ({ ...one, id: 'def0' }))] };
  },
  errors: actingErrors,
  params: {
    ...actingParams(METHOD, async () => ({})),
    async botId(world) {
      const other = await secondBot(world, { code: 'other' });
      const { bot, by } = await actingBot(world);
      await by(REGISTER, { botId: other, fields: { command: 'theirs', hidden: 'Y' } });
      await by(REGISTER, { fields: { command: 'help', title: { de: 'Hilfe', en: 'Help' }, params: { en: 'query' } } });
      const { commands } = await by(METHOD);
      expect(commands.map(({ command }: { command: string }) => command)).toEqual([
        '/me',
        '/loud',
        '/rename',
        '/revertHistory',
        '/getDialogId',
        '/webrtcDebug',
        '/help',
      ]);
      expect(commands[0]).toMatchObject({ id: 'def0', botId: 0, common: true });
      expect(commands.at(-1)).toEqual({
        id: expect.any(Number),
        botId: bot,
        command: '/help',
        title: 'Help',
        params: 'query',
        common: false,
        hidden: false,
        extranetSupport: false,
        category: 'second',
        context: '',
      });
    },
  },
});
