import { expect } from 'vitest';
import { type Acting, actingBot, actingErrors, actingParams, byBot, type Place } from '../scenes/acting-bots.ts';
import { NOBODY } from '../scenes/refusals.ts';
import { secondBot } from '../scenes/second-bot.ts';
import type { Answer, World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'imbot.v2.Command.update';
const DRAFT = { command: 'help', title: { en: 'Help', de: 'Hilfe' }, params: { en: 'query', de: 'Anfrage' } };

async function registered({ by }: Acting, more: Record<string, unknown> = {}): Promise<number> {
  return (await by('imbot.v2.Command.register', { fields: { ...DRAFT, ...more } })).command.id;
}

const own: Place = async (_, acting) => ({
  commandId: await registered(acting),
  fields: { title: { en: 'Updated help', de: 'Aktualisierte Hilfe' } },
});

/** The command as it is answered after each of the changes. */
async function changed(world: World, changes: readonly object[]): Promise<Answer['body'][]> {
  const acting = await actingBot(world);
  const commandId = await registered(acting);
  const told = [];
  for (const fields of changes) told.push((await acting.by(METHOD, { commandId, fields })).command);
  return told;
}

/** What it is called by language after that change. */
async function titles(world: World, fields: object): Promise<Record<string, string[]>> {
  const [{ id }] = (await changed(world, [fields])) as [{ id: number }];
  const command = await world.app.store.read((work) => work.commands.findCommand(id));
  return Object.fromEntries((command?.titles ?? []).map(({ language, title, params }) => [language, [title, params]]));
}

export default contract({
  method: METHOD,
  example: byBot(own),
  errors: {
    ...actingErrors,
    'COMMAND_NOT_FOUND: Command not found': byBot(async () => ({ commandId: NOBODY, fields: { command: '' } })),
    'COMMAND_NAME_EMPTY: Command name is empty': byBot(own, { fields: { command: '/' } }),
    'COMMAND_NAME_INVALID: Command name is invalid': byBot(own, { fields: { command: 5 } }),
    'COMMAND_ALREADY_EXISTS: Command already exists': async (world) => {
      const acting = await actingBot(world);
      await registered(acting, { command: 'taken' });
      return { params: { ...acting.names, commandId: await registered(acting), fields: { command: 'Taken' } } };
    },
  },
  params: {
    ...actingParams(METHOD, own),
    async commandId(world) {
      const sister = await secondBot(world, { code: 'sister' });
      const acting = await actingBot(world);
      const commandId = await registered(acting);
      expect((await acting.by(METHOD, { commandId, fields: { command: 'new' } })).command.id).toBe(commandId);
      await acting.refused(METHOD, { botId: sister, commandId, fields: {} }, 'COMMAND_NOT_FOUND');
    },
    async 'fields.command'(world) {
      const told = await changed(world, [{ command: '/new' }, { hidden: 'N' }, { command: 'NEW' }]);
      expect(told.map(({ command }) => command)).toEqual(['/new', '/new', '/NEW']);
    },
    'fields.title': async (world) =>
      expect(await titles(world, { title: { EN: 'New', de: null, fr: 'Aide' } })).toEqual({
        en: ['New', 'query'],
        fr: ['Aide', ''],
      }),
    'fields.params': async (world) =>
      expect(await titles(world, { title: { en: 'New' }, params: { en: 'text', de: 'Text' } })).toEqual({
        de: ['Hilfe', 'Anfrage'],
        en: ['New', 'text'],
      }),
    async 'fields.common'(world) {
      const told = await changed(world, [{ common: 'Y' }, {}, { common: false }]);
      expect(told.map(({ common }) => common)).toEqual([true, true, false]);
    },
    async 'fields.hidden'(world) {
      const told = await changed(world, [{ hidden: 'Y' }, {}, { hidden: false }]);
      expect(told.map(({ hidden }) => hidden)).toEqual([true, true, false]);
    },
    async 'fields.extranetSupport'(world) {
      const told = await changed(world, [{ extranetSupport: 'Y' }, {}, { extranetSupport: false }]);
      expect(told.map(({ extranetSupport }) => extranetSupport)).toEqual([true, true, false]);
    },
  },
});
