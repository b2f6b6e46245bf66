import { parseDialog } from '#domain/chat/dialog.ts';
import { type ListedCommand, listCommands } from '#domain/command/list-commands.ts';
import { CLIENT_ID, type Person, type World } from '../world.ts';

/** A bot of a program that is not the caller's. */
export function foreignBot(world: World): Promise<number> {
  return world.bot({ clientId: 'another-app', code: 'foreign' });
}

/** Registers `/echo`, or what `more` says. */
export function command(world: World, botId: number, more: Record<string, unknown> = {}): Promise<number> {
  return world.alice.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: 'echo',
    EVENT_COMMAND_ADD: 'http://127.0.0.1:9/nobody',
    LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'text' }],
    CLIENT_ID,
    ...more,
  });
}

/** The slash commands that the composer offers to `viewer` in a dialog. */
export async function commandsSeenBy(
  world: World,
  viewer: Person,
  dialogId: number | string,
): Promise<ListedCommand[]> {
  const dialog = parseDialog(String(dialogId));
  return world.app.store.read(async (work) => {
    const user = await work.users.findUser(viewer.id);
    const listed = user && dialog && (await listCommands(work, user, dialog));
    if (!listed?.ok) throw new Error(`${viewer.id} does not see ${dialogId}`);
    return listed.value;
  });
}
