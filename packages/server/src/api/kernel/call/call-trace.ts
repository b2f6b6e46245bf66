import type { Change } from '#domain/event.ts';
import type { Method } from '../definition/defined-method.ts';
import type { Dropped } from '../definition/field.ts';
import type { Noun } from '../definition/noun.ts';
import type { ReadParams } from '../definition/read-params.ts';
import type { OnGone } from './dispatcher-options.ts';

/** What a call has to do with, for whoever looks for the calls of a chat, a message or a bot. */
export interface Touched {
  readonly chats: readonly number[];
  readonly messages: readonly number[];
  readonly bots: readonly number[];
  /** Events that it caused. */
  readonly events: readonly number[];
}

/** What a call leaves behind on its way; looked at only by those who keep it. */
export interface CallTrace {
  read: ReadParams | undefined;
  /** What was left out of it although it succeeded (R48). */
  dropped: readonly Dropped[] | undefined;
  /** What its look-ups found. */
  readonly loaded: Record<string, unknown>;
  changes: readonly Change[];
  /** It is one of a batch. */
  readonly inBatch: boolean;
  readonly onGone?: OnGone | undefined;
  /** Throws what the caller is answered who may not make it any more. */
  readonly lookAgain?: () => Promise<unknown>;
}

export const NO_CHANGES: readonly Change[] = [];

/** Of a call of a batch that does not come as far as its method. */
export const IN_BATCH: CallTrace = {
  read: undefined,
  dropped: undefined,
  loaded: {},
  changes: NO_CHANGES,
  inBatch: true,
};

/** Ids of one kind that are kept of a call. */
const MOST = 10;

export function touchedBy(method: Method | undefined, { read, loaded, changes }: CallTrace): Touched {
  const found: Found = { chats: NONE, messages: NONE, bots: NONE, events: NONE };
  for (const change of changes) {
    if (change.type === 'eventRecorded') found.events = withId(found.events, change.eventId);
    if ('chatId' in change) found.chats = withId(found.chats, change.chatId);
    if ('messageId' in change) found.messages = withId(found.messages, change.messageId);
  }
  for (const name in loaded) addLoaded(loaded[name], found);
  if (method && read) for (const [name, noun] of idsOf(method)) addNamed(noun, read.values[name], found);
  return found;
}

const NONE: readonly number[] = [];

type Found = { -readonly [Kind in keyof Touched]: Touched[Kind] };

/** Few calls have more than one of a kind. */
function withId(ids: readonly number[], id: number): readonly number[] {
  if (ids.length === 0) return [id];
  if (ids.includes(id) || ids.length === MOST) return ids;
  return [...ids, id];
}

/** A chat, a message, a bot, or what holds some of them. */
function addLoaded(one: unknown, found: Found, depth = 0): void {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return;
  const { id } = one as { id?: unknown };
  if (typeof id === 'number') {
    if ('receiverId' in one && 'eventMode' in one) found.bots = withId(found.bots, id);
    else if ('entity' in one && 'ownerId' in one) found.chats = withId(found.chats, id);
    else if ('chatId' in one && 'authorId' in one) found.messages = withId(found.messages, id);
  } else if (depth === 0) {
    const parts = one as Readonly<Record<string, unknown>>;
    for (const name in parts) addLoaded(parts[name], found, 1);
  }
}

function addNamed(noun: Noun, value: unknown, found: Found): void {
  if (Array.isArray(value)) {
    for (const one of value.slice(0, MOST)) addNamed(noun, one, found);
    return;
  }
  const isDialog = typeof value === 'object' && value !== null;
  const id = isDialog ? (value as { chatId?: unknown }).chatId : value;
  if (typeof id !== 'number' || id <= 0 || !Number.isSafeInteger(id)) return;
  if (noun === 'bot') found.bots = withId(found.bots, id);
  else if (noun === 'message') found.messages = withId(found.messages, id);
  else if (noun === 'chat' || isDialog) found.chats = withId(found.chats, id);
}

const NOUNS: ReadonlySet<Noun | undefined> = new Set(['bot', 'chat', 'dialog', 'message']);
const idNames = new WeakMap<Method, readonly (readonly [name: string, noun: Noun])[]>();

function idsOf(method: Method): readonly (readonly [name: string, noun: Noun])[] {
  let names = idNames.get(method);
  if (!names) {
    names = Object.entries(method.params).flatMap(([name, { idOf }]) =>
      idOf && NOUNS.has(idOf) ? [[name, idOf] as const] : [],
    );
    idNames.set(method, names);
  }
  return names;
}
