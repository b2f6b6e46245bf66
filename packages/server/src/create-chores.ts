import type { RunningCalls } from '#api/kernel/call/running-calls.ts';
import type { Clock } from '#kit/clock.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import { ContentSweeper } from '#storage/files/content-sweeper.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import type { Store } from '#storage/store.ts';
import { LineClock } from './line-clock.ts';
import { MessageIndexer } from './message-indexer.ts';
import { callsAndTries } from './other-work.ts';

/** What a portal does by itself, beside answering calls and telling bots. */
export interface Chores {
  start(): void;
  /** Each ends one of them. */
  readonly stops: readonly (() => Promise<void>)[];
  /** Resolves when nothing is under way that a call may be waiting to see. */
  idle(): Promise<void>;
}

interface Doing {
  readonly store: Store;
  readonly files: FileHome;
  readonly clock: Clock;
  /** Words are indexed while no call is being answered and no event sent. */
  readonly calls: RunningCalls;
  readonly hub: Hub<Happening>;
  readonly onError: (error: unknown, where: string) => void;
}

/** Files that nobody names go, words of messages are indexed, and what is due in an open channel is done. */
export function createChores({ store, files, clock, calls, hub, onError }: Doing): Chores {
  const sweeper = new ContentSweeper({ store, files, clock, onError: (error) => onError(error, 'files') });
  const others = callsAndTries(calls, hub);
  const indexer = new MessageIndexer({ store, clock, others, onError: (error) => onError(error, 'search') });
  const lines = new LineClock({ store, clock, onError: (error) => onError(error, 'lines') });
  store.onCommit((changes) => {
    for (const change of changes) if (change.type === 'messageAdded') indexer.note(change.chatId);
  });
  return {
    start() {
      sweeper.start();
      indexer.start();
      lines.start();
    },
    stops: [() => sweeper.stop(), () => indexer.stop(), () => lines.stop()],
    async idle() {
      await sweeper.idle();
      await lines.idle();
    },
  };
}
