import { done, type Outcome } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessDialog, type ChatRefusal } from '../chat/access-chat.ts';
import type { Dialog } from '../chat/dialog.ts';
import { titleIn } from '../title-in.ts';
import { fullName, type User } from '../user/user.ts';
import type { Command } from './command.ts';

/** A slash command as it is shown to somebody. */
export interface ListedCommand {
  readonly id: number;
  readonly botId: number;
  readonly botName: string;
  /** Without the slash. */
  readonly name: string;
  /** In the viewer's language, else in the portal's, else in English, else as there is. */
  readonly title: string;
  /** What may be typed behind the name, in words. */
  readonly params: string;
}

/** The slash commands that `viewer` can type in a dialog and is to know of (R27), by name. */
export async function listCommands(
  work: Reading,
  viewer: User,
  dialog: Dialog,
): Promise<Outcome<ListedCommand[], ChatRefusal>> {
  const commands = await callableIn(work, viewer, dialog);
  if (!commands.ok) return commands;
  const listed = commands.value.filter((command) => !command.isHidden && (command.isExtranet || !viewer.isExtranet));
  const bots = new Map(
    (await work.users.findUsers([...new Set(listed.map(({ botId }) => botId))])).map((bot) => [bot.id, fullName(bot)]),
  );
  const languages = [viewer.language, (await work.portals.findPortal(viewer.portalId))?.language ?? ''];
  return done(
    listed.map(({ id, botId, name, titles }) => {
      const { title = '', params = '' } = titleIn(titles, ...languages) ?? {};
      return { id, botId, botName: bots.get(botId) ?? '', name, title, params };
    }),
  );
}

async function callableIn(work: Reading, viewer: User, dialog: Dialog): Promise<Outcome<Command[], ChatRefusal>> {
  const view = await accessDialog(work, viewer, dialog);
  if (view.ok) return done(await work.commands.listCallableIn(viewer.portalId, view.value.chat.id));
  if (dialog.kind === 'chat') return view;
  // Nobody has written yet: the first message will make the chat, and the other side's commands work in it already.
  const common = await work.commands.listCallableIn(viewer.portalId, 0);
  const bot = await work.bots.findBot(dialog.userId);
  const own = bot?.portalId === viewer.portalId ? await work.commands.listOfBot(bot.id) : [];
  const all = new Map([...common, ...own].map((command) => [command.id, command]));
  return done([...all.values()].sort((a, b) => compareNames(a, b) || a.id - b.id));
}

function compareNames(a: Command, b: Command): number {
  const [one, other] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}
