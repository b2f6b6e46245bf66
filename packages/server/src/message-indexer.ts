import { indexLines } from '#domain/message/index-messages.ts';
import type { Clock } from '#kit/clock.ts';
import { othersTurn } from '#kit/others-turn.ts';
import type { Store } from '#storage/store.ts';
import type { OtherWork } from './other-work.ts';

/** For so many milliseconds nobody has asked for anything, and nobody was told anything, before lines are indexed. */
const QUIET = 250;
/** Chats that are looked at in one unit: whether they have lines that are not indexed. */
const AT_ONCE = 500;

export interface MessageIndexerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly others: OtherWork;
  readonly onError: (error: unknown) => void;
}

/**
 * Indexes the words of messages while nobody asks for or is sent anything, so that a search has little left to do
 * (docs/decisions/0019-messages-are-indexed-when-they-are-searched.md). Begins with what an earlier run left.
 */
export class MessageIndexer {
  readonly #options: MessageIndexerOptions;
  /** Chats with lines that are not indexed. */
  readonly #chatIds = new Set<number>();
  /** Up to which chat it was looked whether there are such lines; undefined: all were looked at. */
  #lookedUpTo: number | undefined = 0;
  /** Nothing is left to be put together in the index. */
  #isMerged = false;
  #callOff: (() => void) | undefined;
  #working: Promise<void> | undefined;
  #began = -1;
  #isStopped = true;

  constructor(options: MessageIndexerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isStopped = false;
    this.#wait();
  }

  /** A line was added to that chat. */
  note(chatId: number): void {
    this.#chatIds.add(chatId);
    if (!this.#callOff && !this.#working) this.#wait();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#callOff?.();
    this.#callOff = undefined;
    await this.#working;
  }

  /** Resolves when it rests. */
  async settled(): Promise<void> {
    await this.#working;
  }

  #wait(): void {
    if (this.#isStopped) return;
    this.#callOff = this.#options.clock.after(QUIET, () => {
      this.#callOff = undefined;
      const { began } = this.#options.others;
      const wasQuiet = began === this.#began;
      this.#began = began;
      if (!wasQuiet || !this.#isQuiet) return this.#wait();
      this.#working = this.#work().finally(() => {
        this.#working = undefined;
        if (this.#hasMore) this.#wait();
      });
    });
  }

  get #isQuiet(): boolean {
    return this.#options.others.isIdle && this.#options.others.began === this.#began;
  }

  get #hasMore(): boolean {
    return this.#chatIds.size > 0 || this.#lookedUpTo !== undefined || !this.#isMerged;
  }

  async #work(): Promise<void> {
    try {
      while (this.#hasMore && this.#isQuiet && !this.#isStopped) {
        await this.#step();
        await othersTurn();
      }
    } catch (error) {
      // With the next line that is added to a chat it is tried again.
      this.#chatIds.clear();
      this.#lookedUpTo = undefined;
      this.#isMerged = true;
      this.#options.onError(error);
    }
  }

  async #step(): Promise<void> {
    const { store } = this.#options;
    const [chatId] = this.#chatIds;
    if (chatId === undefined) return this.#lookedUpTo === undefined ? this.#merge() : this.#look(this.#lookedUpTo);
    this.#isMerged = false;
    if (!(await store.write((work) => indexLines(work, chatId)))) this.#chatIds.delete(chatId);
  }

  async #merge(): Promise<void> {
    this.#isMerged = !(await this.#options.store.write((work) => work.messageWords.updateSegments()));
  }

  async #look(after: number): Promise<void> {
    const { behindIds, lastId } = await this.#options.store.read((work) =>
      work.messageWords.listBehind(after, AT_ONCE),
    );
    for (const id of behindIds) this.#chatIds.add(id);
    this.#lookedUpTo = lastId;
  }
}
