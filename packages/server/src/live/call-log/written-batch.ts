import type { Touched } from '#api/kernel/call/call-trace.ts';
import type { NotedCall } from '#api/kernel/call/noted-call.ts';
import { inWords } from '#api/kernel/definition/field.ts';
import { beginningOf } from '#kit/beginning-of.ts';
import { maskedText } from '#kit/secret-texts.ts';
import type { CallBatch } from '#storage/call-log/call-batches.ts';
import type { KeptCaller, KeptText } from './kept-call.ts';
import type { OpenDelivery } from './open-deliveries.ts';

/*
 * How calls are written down that were answered together: numbers as one document, in which methods and callers stand
 * once, and what was sent and answered as one text, cut apart by its lengths. Nothing is escaped twice.
 */

export const VERSION = 1;
export const FLAG = { inBatch: 1, isRepeat: 2, paramsCut: 4, resultCut: 8, noParams: 16, noResult: 32 } as const;

/** What is told of what was left out, and characters of each. */
const MOST_DETAILS = 20;
const DETAIL = 500;

/** What most calls have nothing of. */
export interface Rest {
  readonly error?: readonly [code: string, message: string];
  readonly details?: readonly string[];
  readonly chats?: readonly number[];
  readonly messages?: readonly number[];
  readonly bots?: readonly number[];
  readonly events?: readonly number[];
  readonly deliveries?: readonly (readonly [eventId: number, number: number, chatId: number])[];
}

export type Row = readonly [
  afterMs: number,
  tenthsOfMs: number,
  method: number,
  caller: number,
  status: number,
  flags: number,
  params: number,
  result: number,
  /** The first chat and the first message that it touched; 0: none. */
  chat: number,
  message: number,
  rest: Rest | 0,
];

export interface Facts {
  readonly v: number;
  readonly at: number;
  readonly methods: readonly string[];
  readonly callers: readonly KeptCaller[];
  readonly rows: readonly Row[];
}

export interface Beside {
  readonly caller: KeptCaller;
  readonly deliveries: readonly OpenDelivery[];
}

/** Puts calls together that are to be written down at once. */
export class BatchWriter {
  readonly #methods = new Map<string, number>();
  readonly #callers = new Map<KeptCaller, number>();
  readonly #rows: Row[] = [];
  #texts = '';
  #at = 0;
  #from = Number.POSITIVE_INFINITY;
  #until = 0;
  #firstId = 0;
  #refused = 0;

  get length(): number {
    return this.#rows.length;
  }

  /** Characters of what the last call was sent and answered. */
  lastSize = 0;

  add(call: NotedCall, touched: Touched, { caller, deliveries }: Beside): void {
    const { at, error } = call;
    const params = call.params;
    const result = call.result;
    if (this.#rows.length === 0) {
      this.#at = at;
      this.#firstId = call.id;
    }
    if (at < this.#from) this.#from = at;
    if (at > this.#until) this.#until = at;
    if (error) this.#refused += 1;
    const { chats, messages } = touched;
    this.#rows.push([
      at - this.#at,
      Math.round(call.durationMs * 10),
      indexIn(this.#methods, call.method),
      indexIn(this.#callers, caller),
      call.status,
      flagsOf(call, params, result),
      params?.text.length ?? 0,
      result?.text.length ?? 0,
      chats[0] ?? 0,
      messages[0] ?? 0,
      hasRest(call, touched, deliveries) ? restOf(call, touched, deliveries) : 0,
    ]);
    if (params) this.#texts += params.text;
    if (result) this.#texts += result.text;
    this.lastSize = (params?.text.length ?? 0) + (result?.text.length ?? 0);
  }

  /** @param dropped calls before these that are not kept */
  batch(dropped: number): CallBatch {
    const facts: Facts = {
      v: VERSION,
      at: this.#at,
      methods: [...this.#methods.keys()],
      callers: [...this.#callers.keys()],
      rows: this.#rows,
    };
    return {
      first_id: this.#firstId,
      last_id: this.#firstId + this.#rows.length - 1,
      from_at: this.#from,
      until_at: this.#until,
      refused: this.#refused,
      dropped,
      facts: JSON.stringify(facts),
      texts: this.#texts,
    };
  }
}

function indexIn<T>(known: Map<T, number>, value: T): number {
  const index = known.get(value);
  if (index !== undefined) return index;
  known.set(value, known.size);
  return known.size - 1;
}

function flagsOf({ inBatch, isRepeat }: NotedCall, params: KeptText | undefined, result: KeptText | undefined): number {
  return (
    (inBatch ? FLAG.inBatch : 0) +
    (isRepeat ? FLAG.isRepeat : 0) +
    (params ? (params.isCut ? FLAG.paramsCut : 0) : FLAG.noParams) +
    (result ? (result.isCut ? FLAG.resultCut : 0) : FLAG.noResult)
  );
}

function hasRest({ error, dropped }: NotedCall, touched: Touched, deliveries: readonly OpenDelivery[]): boolean {
  const { chats, messages, bots, events } = touched;
  const isUsual = chats.length < 2 && messages.length < 2 && bots.length === 0 && events.length === 0;
  return !isUsual || error !== undefined || dropped.length > 0 || deliveries.length > 0;
}

function restOf({ error, dropped }: NotedCall, touched: Touched, deliveries: readonly OpenDelivery[]): Rest {
  const { chats, messages, bots, events } = touched;
  return {
    ...(error && { error: [error.code, maskedText(error.message)] as const }),
    ...(dropped.length > 0 && {
      details: dropped.slice(0, MOST_DETAILS).map((one) => beginningOf(maskedText(inWords(one)), DETAIL)),
    }),
    ...(chats.length > 1 && { chats }),
    ...(messages.length > 1 && { messages }),
    ...(bots.length > 0 && { bots }),
    ...(events.length > 0 && { events }),
    ...(deliveries.length > 0 && {
      deliveries: deliveries.map(({ eventId, number, chatId }) => [eventId, number, chatId] as const),
    }),
  };
}
