import { ALICE, type Build, type Portal, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import { type Grown, makeGrownDatabase, NEEDLE } from '../grown-database.ts';
import { temporaryDirectory } from '../temporary.ts';
import { costRatio, type Question } from './in-turn.ts';
import { BODY_BYTES, type Scale, targetOf, throughput } from './throughput.ts';

/** Hits of a page of a search, and dialogs of a list. */
const PAGE = 50;
const HISTORY = 20;
/** Different commands that are typed, so that none is answered from what was looked up before. */
const COMMANDS = 5000;

/** The same in a portal that has grown and in a small one, whose pages are of the same size. */
interface Call {
  readonly method: string;
  bodies(chatId: number): readonly object[];
  /** How many there are on the page. */
  readonly page?: (result: never) => number;
}

export const CALLS = {
  send: {
    method: 'im.message.add',
    bodies: (chatId) => [{ DIALOG_ID: `chat${chatId}`, MESSAGE: 'Hello, how are you today?' }],
  },
  history: {
    method: 'im.dialog.messages.get',
    bodies: (chatId) => [{ DIALOG_ID: `chat${chatId}`, LIMIT: HISTORY }],
    page: ({ messages }: { messages: unknown[] }) => messages.length / HISTORY,
  },
  search: {
    method: 'im.dialog.messages.search',
    bodies: (chatId) => [{ CHAT_ID: chatId, SEARCH_MESSAGE: NEEDLE, LIMIT: PAGE }],
    page: ({ messages }: { messages: unknown[] }) => messages.length / PAGE,
  },
  recent: {
    method: 'im.recent.list',
    bodies: () => [{ LIMIT: PAGE }],
    page: ({ items }: { items: unknown[] }) => items.length / PAGE,
  },
  command: {
    method: 'im.message.add',
    bodies: (chatId) =>
      Array.from({ length: COMMANDS }, (_, n) => ({ DIALOG_ID: `chat${chatId}`, MESSAGE: `/c${n + 1} go` })),
  },
} as const satisfies Readonly<Record<string, Call>>;

interface Place {
  readonly data: string;
  readonly chatId: number;
}

/** Databases by build: one that a newer build has worked on is refused by an older one. */
const grown = new Map<Build, Promise<Place>>();
const small = new Map<Build, Promise<Place>>();

const SMALL: Grown = { messages: 1000, chats: 50, bots: 10, commands: 100, needleEvery: 10 };

const sizeOf = ({ bigDatabase }: Scale): Grown => ({
  messages: bigDatabase,
  chats: 1000,
  bots: bigDatabase / 100,
  commands: bigDatabase / 10,
  needleEvery: Math.min(1000, bigDatabase / (2 * PAGE)),
});

/** How much more a call costs in a portal that has grown, and how long the slowest of a hundred takes there. */
export async function growth(build: Build, call: Call, scale: Scale): Promise<Found> {
  const places = [await placeIn(small, build, SMALL), await placeIn(grown, build, sizeOf(scale))] as const;
  const [few, many] = [await startPortal(build, places[0]), await startPortal(build, places[1])];
  const [inFew, inMany] = [await asked(few, call, places[0].chatId), await asked(many, call, places[1].chatId)];
  await throughput(few.pid, inFew.what, scale);
  const { figures } = await throughput(many.pid, inMany.what, scale);
  const ratio = await costRatio(inMany, inFew);
  for (const portal of [few, many]) await portal.stop();
  return { figures: { growth: ratio, processor: figures.processor, p99: figures.p99 } };
}

async function asked(portal: Portal, { method, bodies, page }: Call, chatId: number): Promise<Question> {
  const all = bodies(chatId);
  if (page) {
    const share = page((await portal.call(ALICE, method, all[0] as Readonly<Record<string, unknown>>)) as never);
    if (share !== 1) throw new Error(`A page of ${method} is ${share} of what it should be`);
  }
  const filled = all.map((one) => JSON.stringify(one).padEnd(BODY_BYTES));
  return { pid: portal.pid, what: { ...targetOf(portal, method), bodies: filled, connections: 1 } };
}

async function placeIn(places: Map<Build, Promise<Place>>, build: Build, size: Grown): Promise<Place> {
  const known = places.get(build) ?? make(build, size);
  places.set(build, known);
  return known;
}

async function make(build: Build, size: Grown): Promise<Place> {
  const data = temporaryDirectory();
  return { data, chatId: await makeGrownDatabase(build, data, size) };
}
