import { randomBytes } from 'node:crypto';
import { addLine, type NewLine } from '#domain/line/add-line.ts';
import type { Line } from '#domain/line/line.ts';
import { type Calling, CLIENT_ID, type World } from '../world.ts';
import { withScope } from './people.ts';

/*
 * Visitors of a site, as the page of a line asks and sends for them.
 */

export interface Visitor {
  readonly token: string;
  /** Answers with what the portal says of the line. */
  write(text: string, key?: string): Promise<{ status: number; body: Answer }>;
  read(known?: string, wait?: number): Promise<{ status: number; body: Answer }>;
  press(message: number, button: number): Promise<{ status: number; body: Answer }>;
  /** What the visitor sees, oldest first. */
  texts(): Promise<string[]>;
}

// biome-ignore lint/suspicious/noExplicitAny: what is answered is looked at by the tests.
type Answer = any;

const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** Somebody new at the page; `address` is where the portal listens, as programs do not find the name of its pages. */
export function visitorAt(pageUrl: string, address?: string, token = hex(32)): Visitor {
  const base = address === undefined ? pageUrl : address + new URL(pageUrl).pathname;
  const ask = async (what: string, sent?: object) => {
    const response = await fetch(base + what, {
      method: sent ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(sent && { 'content-type': 'application/json' }) },
      ...(sent && { body: JSON.stringify(sent) }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const read = (known = '', wait = 0) => ask(`/conversation?known=${known}&wait=${wait}`);
  return {
    token,
    read,
    write: (text, key = hex(16)) => ask('/messages', { key, text }),
    press: (message, button) => ask('/presses', { message, button }),
    texts: async () => (await read()).body.lines.map(({ text }: { text: string }) => text),
  };
}

/** A bot that was made for open channels. */
export function openBot(world: World, more: Parameters<World['bot']>[0] = {}): Promise<number> {
  return world.bot({ code: 'line-bot', type: 'O', clientId: CLIENT_ID, ...more });
}

export function newLine(world: World, more: Partial<NewLine> = {}): Promise<Line> {
  return world.app.store.write((work) => addLine(work, world.app.cast.portalId, { name: 'Support', ...more }));
}

export function visitorOf(world: World, { code }: Pick<Line, 'code'>, token?: string): Visitor {
  return visitorAt(`${world.app.address}/livechat/${code}`, undefined, token);
}

/** Somebody has written to a line, and nothing is on its way any more. */
export async function visited(world: World, line: Line, text = 'Where is my parcel?'): Promise<Visit> {
  const visitor = visitorOf(world, line);
  await visitor.write(text);
  await world.settled();
  return { visitor, chatId: await chatOfVisitor(world) };
}

export interface Visit {
  readonly visitor: Visitor;
  readonly chatId: number;
}

/** The chat of the newest visitor. */
export async function chatOfVisitor({ app }: World): Promise<number> {
  const [row] = await app.store.readWith((session) =>
    session.query((db) => db.selectFrom('visitor').select('chat_id').orderBy('chat_id', 'desc').limit(1)),
  );
  if (!row) throw new Error('Nobody has written');
  return row.chat_id;
}

/** A line with a bot, Bob in its queue, and a visitor who has written. */
export async function lineWithBot(
  world: World,
  more: Partial<NewLine> = {},
): Promise<Visit & { line: Line; bot: number }> {
  const bot = await openBot(world);
  const line = await newLine(world, {
    welcomeBotId: bot,
    queue: [{ kind: 'person', id: world.bob.id }],
    greeting: 'Welcome!',
    ...more,
  });
  return { line, bot, ...(await visited(world, line)) };
}

/** Alice with all that programs of open channels may do. */
export function lineProgram(world: World): Promise<Calling> {
  return withScope(world, world.alice, ['imopenlines', 'im', 'imbot']);
}

/** A conversation that Bob of the line's queue has in hand. */
export async function heldByBob(world: World): Promise<Awaited<ReturnType<typeof lineWithBot>>> {
  const scene = await lineWithBot(world);
  await world.alice.ok('imopenlines.bot.session.operator', { CHAT_ID: scene.chatId });
  await world.bob.ok('im.message.add', { DIALOG_ID: `chat${scene.chatId}`, MESSAGE: 'I am Bob' });
  return scene;
}

/** Who is in a chat, whoever asks. */
export async function membersOf({ app }: World, chatId: number): Promise<number[]> {
  return (await app.store.read((work) => work.members.listOfChat(chatId))).map(({ userId }) => userId);
}

/** The rows that all methods of sessions have: of the chat, and of a browser. */
export const sessionErrors = {
  "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { CHAT_ID: 0 } }),
  'WRONG_AUTH_TYPE: Access for this method not allowed by session authorization': async (world: World) => {
    const { chatId } = await lineWithBot(world);
    return { params: { CHAT_ID: chatId, USER_ID: world.bob.id, CLIENT_ID }, auth: 'session' as const };
  },
};
