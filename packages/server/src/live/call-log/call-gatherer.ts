import type { Touched } from '#api/kernel/call/call-trace.ts';
import type { NotedCall } from '#api/kernel/call/noted-call.ts';
import type { Clock } from '#kit/clock.ts';
import { othersTurn } from '#kit/others-turn.ts';
import type { Store } from '#storage/store.ts';
import type { KeptCaller } from './kept-call.ts';
import { KnownCallers } from './known-callers.ts';
import type { OpenDeliveries, OpenDelivery } from './open-deliveries.ts';
import { BatchWriter } from './written-batch.ts';

/** Calls that are written together at most; what fewer wait are written after so many milliseconds. */
const BATCH = 512;
const SOON = 1_000;
/** Calls that wait before numbers and texts are made of them: the fewer, the less the garbage collector has to move. */
const PIECE = 32;
/** Calls that may wait to be put together. Beyond it they are counted and not kept. */
const MOST_WAITING = 2 * BATCH;
/** Characters after which others have their turn: to mask so many takes a millisecond or two. */
const AT_ONCE = 128 * 1024;
export interface GathererOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly deliveries: OpenDeliveries;
  /** There is no room for more. */
  readonly isFull: () => boolean;
  /** Counts a call that is not kept. */
  readonly leaveOut: () => void;
  /** Given calls that are to be written together. */
  readonly onGathered: (writer: BatchWriter) => void;
  readonly onError: (error: unknown) => void;
}

/** Makes numbers and masked texts of calls soon after they were answered, and hands over many at once. */
export class CallGatherer {
  readonly #options: GathererOptions;
  #waiting: NotedCall[] = [];
  #writer = new BatchWriter();
  #callers: KnownCallers;
  #isDue = false;
  /** Characters that were made since others had their turn. */
  #made = 0;
  #putTogether: Promise<void> | undefined;
  #callOff: (() => void) | undefined;
  #lastMark = 0;

  constructor(options: GathererOptions) {
    this.#options = options;
    this.#callers = new KnownCallers(options.store);
  }

  get isFull(): boolean {
    return this.#waiting.length >= MOST_WAITING;
  }

  /** There are calls that are not handed over. */
  get hasSome(): boolean {
    return this.#waiting.length > 0 || this.#isDue;
  }

  add(call: NotedCall): void {
    this.#waiting.push(call);
    if (this.#waiting.length === PIECE) setImmediate(() => this.#work());
    this.#callOff ??= this.#options.clock.after(SOON, () => this.#work('hand over'));
  }

  /** Resolves when all that was added is handed over, or there is no room for it. */
  handOver(): Promise<void> {
    return this.#work('hand over');
  }

  /** Hands over nothing more by itself. */
  stop(): void {
    this.#callOff?.();
  }

  /** `hand over`: what is put together by then is written, however little it is. */
  #work(how?: 'hand over'): Promise<void> {
    if (how) this.#isDue = true;
    this.#putTogether ??= this.#putAllTogether().finally(() => {
      this.#putTogether = undefined;
    });
    return this.#putTogether;
  }

  async #putAllTogether(): Promise<void> {
    const { isFull, clock } = this.#options;
    // What has just been answered is to have its answer sent.
    await othersTurn();
    while (this.#waiting.length > 0 && !isFull()) {
      await this.#putPieceTogether(this.#waiting.splice(0, PIECE));
      if (this.#writer.length >= BATCH) this.#handOver();
    }
    if (this.#isDue) this.#handOver();
    if (isFull()) this.#callOff ??= clock.after(SOON, () => this.#work('hand over'));
  }

  async #putPieceTogether(calls: readonly NotedCall[]): Promise<void> {
    const { deliveries, onError, leaveOut } = this.#options;
    let added = 0;
    try {
      for (const call of calls) {
        const found = this.#callers.find(call);
        const caller = found instanceof Promise ? await found : found;
        const { touched } = call;
        const open = deliveries.isEmpty ? NONE : openFor(call, touched, caller, deliveries);
        this.#writer.add(call, touched, { caller, deliveries: open });
        added += 1;
        this.#made += this.#writer.lastSize;
        if (this.#made < AT_ONCE) continue;
        this.#made = 0;
        await othersTurn();
      }
    } catch (error) {
      // Of the log nothing is worth an answer that fails. The numbers within a batch have no gap.
      for (let left = calls.length - added; left > 0; left -= 1) leaveOut();
      this.#handOver();
      onError(error);
    }
  }

  #handOver(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#isDue = false;
    const { store, deliveries, onGathered } = this.#options;
    const writer = this.#writer;
    this.#writer = new BatchWriter();
    // Who calls may have another application or other bots by now.
    this.#callers = new KnownCallers(store);
    deliveries.forgetBefore(this.#lastMark);
    this.#lastMark = deliveries.mark();
    if (writer.length > 0) onGathered(writer);
  }
}

/** Deliveries that are told of with a call. */
const MOST_OPEN = 5;
const NONE: readonly OpenDelivery[] = [];

/** Deliveries to the bots that a call is about which were open when it began: in its chats, if there are such. */
function openFor({ mark }: NotedCall, touched: Touched, { bots, receivers }: KeptCaller, deliveries: OpenDeliveries) {
  if (receivers.length === 0) return NONE;
  const { bots: named, chats } = touched;
  const meant = named.length === 0 ? receivers : receivers.filter((_, index) => named.includes(bots[index] ?? 0));
  const open = deliveries.openAt(meant, mark);
  const inChat = open.filter(({ chatId }) => chats.includes(chatId));
  return (inChat.length > 0 ? inChat : open).slice(0, MOST_OPEN);
}
