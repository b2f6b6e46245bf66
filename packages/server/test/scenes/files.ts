import type { App } from '../../src/app.ts';
import type { Answer, Person, World } from '../world.ts';
import { PICTURE } from './chats.ts';

/*
 * Files that somebody has brought, and what there is of them.
 */

export const HELLO = Buffer.from('Hello World!');
export const HELLO_BASE64 = HELLO.toString('base64');

export function folderOf(person: Person, DIALOG_ID: number | string): Promise<number> {
  return person.ok('im.disk.folder.get', { DIALOG_ID }).then(({ ID }: { ID: number }) => ID);
}

export async function storageOf(person: Person): Promise<number> {
  const [own] = await person.ok('disk.storage.getlist');
  return Number(own.ID);
}

interface Brought {
  readonly name?: string;
  readonly content?: string;
  readonly more?: Record<string, unknown>;
}

/** Brings a file into a folder, and answers what is told of it. */
function bring(person: Person, folderId: number, file: Brought = {}): Promise<Answer['body']> {
  const { name = 'hello.txt', content = HELLO_BASE64, more } = file;
  return person.ok('disk.folder.uploadfile', {
    id: folderId,
    data: { NAME: name },
    fileContent: [name, content],
    ...more,
  });
}

export async function bringToGroup(world: World, person = world.alice, file: Brought = {}): Promise<Answer['body']> {
  return bring(person, await folderOf(person, `chat${world.groupChatId}`), file);
}

/** Into the person's own storage. */
export async function bringHome(person: Person, { name = 'own.txt', content = HELLO_BASE64 }: Brought = {}) {
  return person.ok('disk.storage.uploadfile', {
    id: await storageOf(person),
    data: { NAME: name },
    fileContent: [name, content],
    generateUniqueName: true,
  });
}

export const picture = { name: 'image.png', content: PICTURE };

/** Brings a file and sends it into the group; answers what the commit told. */
export async function sendToGroup(
  world: World,
  {
    person = world.alice,
    file = {},
    more = {},
  }: { person?: Person; file?: Brought; more?: Record<string, unknown> } = {},
): Promise<{ readonly id: number; readonly messageId: number; readonly answer: Answer['body'] }> {
  const { ID } = await bringToGroup(world, person, file);
  const answer = await person.ok('im.disk.file.commit', { CHAT_ID: world.groupChatId, FILE_ID: ID, ...more });
  return { id: ID, messageId: answer.MESSAGE_ID, answer };
}

/** What is stored: rows of files and of what is in them. */
export function stored(
  app: App,
): Promise<{ readonly files: number; readonly contents: number; readonly bytes: number }> {
  return app.store.readWith(async (session) => {
    const count = async (table: 'content' | 'stored_file') => {
      const rows = await session.query((db) =>
        db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .$if(table === 'stored_file', (files) => files.where('is_folder' as never, '=', 0 as never)),
      );
      return Number((rows[0] as { count: number }).count);
    };
    const totals = await session.query((db) => db.selectFrom('content_total').select('bytes'));
    return {
      files: await count('stored_file'),
      contents: await count('content'),
      bytes: Number((totals[0] as { bytes: number } | undefined)?.bytes ?? 0),
    };
  });
}
