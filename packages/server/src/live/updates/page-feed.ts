import type { Clock } from '#kit/clock.ts';
import type { Random } from '#kit/random.ts';
import type { Store } from '#storage/store.ts';
import type { Happening } from '../happening.ts';
import type { Hub } from '../hub.ts';
import { readPatiently } from '../read-patiently.ts';
import { Activities } from './activities.ts';
import { Lookers } from './lookers.ts';
import { ShownMessages } from './shown-messages.ts';
import { describer } from './told.ts';
import type { Update } from './update.ts';

/** Updates that are kept for pages that lost their connection for a while. */
const KEPT = 2_000;
/** Milliseconds after the last page has gone during which updates are still made for those that come back. */
const KEEPS_FOR = 5 * 60_000;

/** A page of somebody who is signed in. */
export interface Viewer {
  readonly userId: number;
  /** @param line JSON: an update with its place */
  send(line: string): void;
}

/** A page that is open. */
export interface OpenPage {
  /** The open chat that it shows to somebody who is not in it; undefined: none. What was written before is not told. */
  look(chatId: number | undefined): void;
  close(): void;
}

interface Kept {
  readonly place: number;
  readonly line: string;
  readonly isFor: (userId: number) => boolean;
}

export interface PageFeedOptions {
  readonly hub: Pick<Hub<Happening>, 'subscribe'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Told of what could not be looked up. */
  readonly onError: (error: unknown) => void;
}

/**
 * Tells open pages what happens, in order: each update is made once, whoever sees it, and only while somebody looks.
 * Every update has a place; a page that comes back says the last one it has seen, and gets what it missed, or is told that
 * it has to load everything anew.
 */
export class PageFeed {
  readonly #options: PageFeedOptions;
  /** Which messages came to which pages. */
  readonly shown: ShownMessages;
  readonly #activities: Activities;
  readonly #lookers = new Lookers<Viewer>();
  /** Places of another start of the program mean nothing in this one. */
  readonly #epoch: string;
  readonly #viewers = new Map<number, Set<Viewer>>();
  #kept: Kept[] = [];
  #place = 0;
  /** The first place from which nothing is missing in `#kept`. */
  #unbrokenFrom = 0;
  #lastSeen = Number.NEGATIVE_INFINITY;
  #told = Promise.resolve();

  constructor(options: PageFeedOptions) {
    this.#options = options;
    this.shown = new ShownMessages(options.clock);
    this.#activities = new Activities(options.clock);
    this.#epoch = options.random.uuid();
    options.hub.subscribe((happening) => this.#hear(happening));
  }

  /**
   * @param since what an earlier connection of the same page was told last, as `epoch:place`; undefined: it is new
   */
  open(viewer: Viewer, since: string | undefined): OpenPage {
    const { userId } = viewer;
    const known = this.#viewers.get(userId);
    if (known) known.add(viewer);
    else this.#viewers.set(userId, new Set([viewer]));
    const place = this.#placeIn(since);
    const isContinued = place !== undefined;
    viewer.send(this.#hereLine(isContinued));
    if (isContinued)
      for (const kept of this.#kept) if (kept.place > place && kept.isFor(userId)) viewer.send(kept.line);
    for (const activity of this.#activities.seenBy(userId)) viewer.send(this.#lineOf(activity));
    return {
      look: (chatId) => this.#lookers.look(viewer, chatId),
      close: () => this.#close(viewer),
    };
  }

  /** Resolves when all that has happened so far is told. */
  idle(): Promise<void> {
    return this.#told;
  }

  #close(viewer: Viewer): void {
    const viewers = this.#viewers.get(viewer.userId);
    this.#lookers.look(viewer, undefined);
    viewers?.delete(viewer);
    if (viewers?.size === 0) this.#viewers.delete(viewer.userId);
    this.#lastSeen = this.#options.clock.monotonic();
  }

  #hear(happening: Happening): void {
    const described = describer(happening, this.#lookers);
    if (!described) return;
    const { store, clock, onError } = this.#options;
    if (this.#viewers.size === 0 && clock.monotonic() - this.#lastSeen > KEEPS_FOR) {
      this.#lose();
      return;
    }
    this.#told = this.#told
      .then(() => readPatiently(store, described))
      .then((told) => {
        if (told) this.#tell(told.update, told.isFor);
      })
      .catch((error: unknown) => {
        this.#lose();
        onError(error);
      });
  }

  #tell(update: Update, isFor: (userId: number) => boolean): void {
    this.#place += 1;
    const line = this.#lineOf(update);
    // What bots are busy with is told by how long it still takes.
    if (update.kind !== 'typing') this.#kept.push({ place: this.#place, line, isFor });
    this.#activities.note(update, isFor);
    if (this.#kept.length > 2 * KEPT) {
      this.#kept = this.#kept.slice(-KEPT);
      this.#unbrokenFrom = (this.#kept[0]?.place ?? this.#place) - 1;
    }
    const userIds: number[] = [];
    let windows = 0;
    for (const [userId, viewers] of this.#viewers) {
      if (!isFor(userId)) continue;
      userIds.push(userId);
      windows += viewers.size;
      for (const viewer of viewers) viewer.send(line);
    }
    if (update.kind === 'message') this.shown.note(update.message.id, { what: update.what, userIds, windows });
  }

  /** Something happened that nobody is told of: who missed it has to load everything anew. */
  #lose(): void {
    this.#place += 1;
    this.#unbrokenFrom = this.#place;
    this.#kept = [];
    for (const viewers of this.#viewers.values()) for (const viewer of viewers) viewer.send(this.#hereLine(false));
  }

  #hereLine(isContinued: boolean): string {
    return JSON.stringify({ kind: 'here', at: `${this.#epoch}:${this.#place}`, isContinued });
  }

  #lineOf(update: Update): string {
    return JSON.stringify({ at: `${this.#epoch}:${this.#place}`, ...update });
  }

  /** Undefined where something may be missing since then. */
  #placeIn(since: string | undefined): number | undefined {
    const [epoch, place] = (since ?? '').split(':');
    const number = Number(place);
    return epoch === this.#epoch && Number.isInteger(number) && number >= this.#unbrokenFrom && number <= this.#place
      ? number
      : undefined;
  }
}
