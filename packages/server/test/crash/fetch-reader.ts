import { type Calls, callsTo } from './calls.ts';
import type { PortalProcess } from './portal-process.ts';
import type { Seen } from './trace.ts';

/** The parts of an event that are looked at; `data` has them where it is about a message. */
interface Told {
  readonly eventId: number;
  readonly type: string;
  readonly data: { readonly message?: { readonly id: number; readonly text: string } };
}

interface Fetched {
  readonly events: readonly Told[];
  readonly nextOffset: number;
}

/** A program that fetches what its bot and its owner are told, and survives the portal that it asks. */
export class FetchReader {
  /** What is wrong with what it was told. */
  readonly faults: string[] = [];
  readonly #names: Record<string, unknown>;
  readonly #told = new Map<number, string>();
  #offset: number | undefined;
  /** All below it was confirmed by a call that was answered. */
  #confirmed = 0;

  constructor(names: Record<string, unknown>) {
    this.#names = names;
  }

  /** Forgets where it was: the portal alone knows what was confirmed. */
  begin(): void {
    this.#offset = undefined;
  }

  /** Fetches, and waits for what comes, until the portal is gone. */
  async readUntilKilled(portal: PortalProcess, isKilled: () => boolean): Promise<void> {
    const calls = callsTo(portal);
    try {
      for (;;) await this.#read(calls, 25);
    } catch (error) {
      if (!isKilled()) throw error;
    } finally {
      await calls.close();
    }
  }

  /** Fetches and confirms all that is left, and sees that nothing of it comes again. */
  async readAll(portal: PortalProcess): Promise<void> {
    const calls = callsTo(portal);
    while (this.faults.length === 0 && (await this.#read(calls)));
    this.begin();
    if (await this.#read(calls)) this.faults.push('something came after all was confirmed');
    await calls.close();
  }

  /** Messages that it was told of by events of a type, each once, in the order of the events. */
  messages(type: string): Seen[] {
    const events = [...this.#told].sort(([a], [b]) => a - b).map(([, event]) => JSON.parse(event) as Told);
    return events.flatMap(({ type: own, data: { message } }) =>
      own === type && message ? [{ dialog: message.text, id: message.id }] : [],
    );
  }

  /** Whether anything came. */
  async #read(calls: Calls, wait = 0): Promise<boolean> {
    const offset = this.#offset;
    const params = { ...this.#names, withUserEvents: true, wait, limit: 7, ...(offset !== undefined && { offset }) };
    const { events, nextOffset } = (await calls.call(1, 'imbot.v2.Event.get', params)) as Fetched;
    this.#confirmed = Math.max(this.#confirmed, offset ?? 0);
    for (const event of events) this.#keep(event);
    this.#offset = nextOffset;
    return events.length > 0;
  }

  #keep({ eventId, type, data }: Told): void {
    if (eventId < this.#confirmed) this.faults.push(`event ${eventId} came again after it was confirmed`);
    const { id, text } = data.message ?? {};
    const told = JSON.stringify({ eventId, type, data: id === undefined ? {} : { message: { id, text } } });
    const before = this.#told.get(eventId) ?? told;
    if (before !== told) this.faults.push(`event ${eventId} came as ${before}, then as ${told}`);
    this.#told.set(eventId, told);
  }
}
