import { guard, lookup } from '#api/kernel/definition/lookup.ts';
import { accessSession, findById, findInChat, servingBot } from '#domain/line/access-session.ts';
import { asEmployee } from '#domain/user/as-employee.ts';
import { done, refused } from '#kit/outcome.ts';
import { NO_ID } from '../basic/no-id.ts';
import { readSelection, type SelectionFault, selectionRows } from './selection.ts';

/** The conversation in the chat of a visitor, for the bot that serves them and for the people of the line. */
export const lineSession = lookup(['session_denied'], async ({ work, caller }, chatId: number | undefined) =>
  accessSession(work, caller, await findInChat(work, caller.portal.id, chatId ?? NO_ID)),
);

/** The same with the bot of the caller's that serves the visitor. */
export const servedSession = lookup(['bot_not_found'], async ({ work, caller }, chatId: number | undefined) => {
  const view = await findInChat(work, caller.portal.id, chatId ?? NO_ID);
  const bot = view && (await servingBot(work, caller, view));
  return bot ? done({ ...view, bot }) : refused('bot_not_found');
});

/** Those who work here: neither guests nor bots. */
export const employee = guard(['not_employee'], async ({ caller }) => asEmployee(caller.user));

type Sent = Readonly<Record<string, unknown>> | undefined;

/** What of which lines is asked for. */
export const selected = lookup(
  selectionRows.map(({ refused: reason }) => reason as SelectionFault),
  async (_, params: Sent, options: Sent) => readSelection(params ?? {}, options ?? {}),
);

/** A conversation, or the newest one of a chat, for those who have to do with it. */
export const heldSession = lookup(
  ['session_unknown', 'session_denied'],
  async ({ work, caller }, sessionId: number | undefined, chatId: number | undefined) => {
    const { id } = caller.portal;
    const view =
      sessionId === undefined ? await findInChat(work, id, chatId ?? NO_ID) : await findById(work, id, sessionId);
    return view || sessionId !== undefined ? accessSession(work, caller, view) : refused('session_unknown');
  },
);
