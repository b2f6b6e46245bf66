import { type Acting, actingBot, actingErrors, actingParams, byBot, type Place } from '../scenes/acting-bots.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Command.unregister';

async function registered({ by }: Acting, command = 'help'): Promise<number> {
  return (await by('imbot.v2.Command.register', { fields: { command, hidden: 'Y' } })).command.id;
}

const own: Place = async (_, acting) => ({ commandId: await registered(acting) });

export default contract({
  method: METHOD,
  example: byBot(own),
  errors: {
    ...actingErrors,
    'COMMAND_NOT_FOUND: Command not found': byBot(async () => ({ commandId: NOBODY })),
  },
  params: {
    ...actingParams(METHOD, own),
    async commandId(world) {
      const acting = await actingBot(world);
      const [one, other] = [await registered(acting), await registered(acting, 'other')];
      await acting.by(METHOD, { commandId: one });
      await acting.refused(METHOD, { commandId: one }, 'COMMAND_NOT_FOUND');
      await acting.by(METHOD, { commandId: other });
    },
  },
});
