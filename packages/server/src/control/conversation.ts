import type { PortalEvent } from '#domain/event.ts';
import { openFeed } from '#live/feed.ts';
import type { FeedCall, FeedDelivery, FeedItem, FeedMessage } from '#live/feed-item.ts';
import { isForBots } from '#live/for-bots.ts';
import type { Happening } from '#live/happening.ts';
import type { ControlledPortal } from './controlled-portal.ts';
import { type Told, ToldLast } from './told-last.ts';

/** What comes back in a conversation. */
export type Spoken = FeedMessage | FeedDelivery | FeedCall;

/** What a person did in a chat: wrote a message, or pressed a button. */
export interface Act {
  readonly chatId: number;
  readonly userId: number;
  /** Receivers of the bots in the chat, by the ids of the bots. */
  readonly receivers: ReadonlyMap<number, number>;
  /** Whether an event was made by it. */
  caused(event: PortalEvent): boolean;
}

const MOST_STRAYS = 3;

interface Happened {
  readonly item: FeedItem;
  readonly told: Told;
}

type Recorded = Extract<Extract<Happening, { kind: 'change' }>['change'], { type: 'eventRecorded' }>;

/**
 * Listens to a portal, and passes on what belongs to the last act, although others write in the same chat: deliveries of
 * the events that it caused, what bots write while, or after, they are told of one, and their calls that are refused.
 */
export class Conversation {
  readonly #tell: (item: Spoken) => void;
  readonly #toldLast: ToldLast;
  readonly #feed: { idle(): Promise<void>; close(): void };
  readonly #stop: () => void;
  #act: Act | undefined;
  #missed: Happened[] = [];
  #recorded: Recorded[] = [];
  /** Events of the act, each with its receiver, and those of them that are still to be told. */
  #events = new Map<number, number>();
  #waiting = new Set<number>();
  #delivered = new Set<number>();
  /** Receivers that fetch their events: nobody sees when they are told. */
  #fetching = new Set<number>();
  #messages = new Map<number, FeedMessage>();
  #strays: FeedCall[] = [];
  #wake: (() => void)[] = [];

  /** Opened before the first word is said, so that no answer is too quick for it. */
  constructor(portal: ControlledPortal, tell: (item: Spoken) => void) {
    this.#tell = tell;
    this.#toldLast = new ToldLast(portal.hub);
    this.#stop = portal.hub.subscribe((happening) => {
      if (happening.kind === 'change' && happening.change.type === 'eventRecorded') this.#record(happening.change);
    });
    this.#feed = openFeed(portal, (item, happening) => {
      const happened = { item, told: this.#toldLast.take(happening) };
      if (this.#act) this.#pass(happened, this.#act);
      else this.#missed.push(happened);
    });
  }

  /** Acts; from then on all that is told belongs to this act. */
  async follow(act: () => Promise<Act>): Promise<void> {
    this.#act = undefined;
    this.#events.clear();
    this.#waiting.clear();
    this.#delivered.clear();
    this.#fetching.clear();
    this.#messages.clear();
    this.#strays = [];
    const done = await act();
    this.#act = done;
    for (const recorded of this.#recorded.splice(0)) this.#record(recorded);
    for (const happened of this.#missed.splice(0)) this.#pass(happened, done);
  }

  /** What came back as it stands now: a message that was edited has its new text, one that was deleted is not among them. */
  get messages(): readonly FeedMessage[] {
    return [...this.#messages.values()];
  }

  /** Refused calls since the act that are for bots and say of no bot that it made them: they may be why nothing comes back. */
  get strays(): readonly FeedCall[] {
    return this.#strays;
  }

  /** Whether anybody was told of the act. */
  get wasHeard(): boolean {
    return this.#events.size > 0;
  }

  /** Events that are still to be told. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Who is still to be told of the act. */
  get awaitedReceivers(): readonly number[] {
    return [...new Set([...this.#waiting].flatMap((event) => this.#events.get(event) ?? []))];
  }

  /** Whether somebody fetches the events of the act: nobody sees when they are dealt with. */
  get isFetched(): boolean {
    return this.#fetching.size > 0;
  }

  /** Who took an event of the act that was sent to them. */
  get deliveredReceivers(): readonly number[] {
    return [...new Set([...this.#delivered].flatMap((event) => this.#events.get(event) ?? []))];
  }

  /** Who fetches them. */
  get fetchingReceivers(): readonly number[] {
    return [...this.#fetching];
  }

  /** Resolves at the next thing that belongs to the act. */
  nextItem(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  idle(): Promise<void> {
    return this.#feed.idle();
  }

  close(): void {
    this.#stop();
    this.#toldLast.close();
    this.#feed.close();
    for (const resolve of this.#wake.splice(0)) resolve();
  }

  #record(recorded: Recorded): void {
    if (!this.#act) this.#recorded.push(recorded);
    else if (recorded.lane === this.#act.chatId && this.#act.caused(recorded.event)) {
      this.#events.set(recorded.eventId, recorded.receiverId);
      if (recorded.isFetched) this.#fetching.add(recorded.receiverId);
      else this.#waiting.add(recorded.eventId);
    }
  }

  #pass(happened: Happened, act: Act): void {
    const { item } = happened;
    if (item.kind === 'call' && isStray(item) && this.#strays.length < MOST_STRAYS) this.#strays.push(item);
    if (!this.#belongs(happened, act)) return;
    if (item.kind === 'message') {
      if (item.what === 'deleted') this.#messages.delete(item.id);
      else this.#messages.set(item.id, item);
      this.#tell(item);
    } else if (item.kind === 'call') this.#tell(item);
    else if (item.kind === 'delivery') {
      if (item.result !== 'again') this.#waiting.delete(item.eventId);
      // That an event has arrived is what everybody expects; that it has not explains the silence.
      if (item.result === 'delivered') this.#delivered.add(item.eventId);
      else this.#tell(item);
    }
    for (const resolve of this.#wake.splice(0)) resolve();
  }

  #belongs({ item, told }: Happened, act: Act): boolean {
    if (item.kind === 'delivery') return this.#events.has(item.eventId);
    if (item.kind === 'call') return item.receiverIds.some((receiver) => this.#answers(receiver, told));
    if (item.kind !== 'message' || item.chatId !== act.chatId || item.authorId === act.userId) return false;
    const receiver = act.receivers.get(item.authorId);
    // What people and the portal say is an answer where no bot is to give one.
    return receiver === undefined ? !this.wasHeard : this.#answers(receiver, told);
  }

  /** Whether what a receiver did is about the act: it was told of it last, or it fetches what it is told. */
  #answers(receiver: number, told: Told): boolean {
    const last = told.get(receiver);
    if (last !== undefined) return this.#events.get(last) === receiver;
    return this.#fetching.has(receiver);
  }
}

function isStray({ method, code, receiverIds }: FeedCall): boolean {
  return code !== null && receiverIds.length === 0 && isForBots(method);
}
