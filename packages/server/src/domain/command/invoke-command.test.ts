import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { pendingEvents } from '../../../test/outbox-of.ts';
import { insertBot, insertPortal, join } from '../../../test/portal-in-store.ts';
import { postMessage } from '../message/post-message.ts';
import { registerCommand } from './register-command.ts';

const COMMAND = {
  name: 'echo',
  handlerUrl: 'http://127.0.0.1:9/',
  titles: [],
  isCommon: false,
  isHidden: true,
  isExtranet: false,
};

onEachDatabase('a typed command', (test) => {
  it.each([
    ['v1', '/echo one', ['commandInvoked']],
    ['v2', '/echo one', ['commandInvoked', 'messageAdded']],
    ['v1', 'no command', ['messageAdded']],
  ] as const)(
    'is told to a supervisor of generation %s that hears "%s" as %j (R26)',
    async (generation, text, told) => {
      const bots = await test.write(async (work) => {
        const { portalId, application, chat, bob, bot: witness } = await insertPortal(work);
        await join(work, chat, bob);
        const supervisor = { type: 'supervisor', generation } as const;
        const called = await insertBot(work, portalId, application, 'called', supervisor);
        const other = await insertBot(work, portalId, application, 'other', { type: 'supervisor', generation: 'v1' });
        for (const bot of [called, other, witness]) await join(work, chat, bot, true);
        await registerCommand(work, called, COMMAND);
        await postMessage(work, bob, chat, { text, params: {} });
        return { called, other };
      });
      expect((await pendingEvents(test, bots.called.id)).map(({ type }) => type)).toEqual(told);
      // Whoever else hears the message does so in any case.
      expect((await pendingEvents(test, bots.other.id)).map(({ type }) => type)).toEqual(['messageAdded']);
    },
  );
});
