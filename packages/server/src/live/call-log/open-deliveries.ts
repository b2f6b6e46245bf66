import type { Happening } from '../happening.ts';
import type { Hub } from '../hub.ts';

/** A delivery that was open: its event, the how manieth try of it, and its chat (0: none). */
export interface OpenDelivery {
  readonly eventId: number;
  readonly number: number;
  readonly chatId: number;
}

interface Kept extends OpenDelivery {
  readonly from: number;
  until: number;
}

/** Deliveries of a receiver that are remembered after their end, until the calls that began meanwhile are written down. */
const MOST_ENDED = 1_000;

/**
 * Which deliveries were open when a call began. A call is marked with a count of what had begun and ended by then, so that
 * nothing has to be looked up while it is answered.
 */
export class OpenDeliveries {
  #count = 0;
  readonly #byReceiver = new Map<number, Kept[]>();
  readonly mark = (): number => this.#count;

  constructor(hub: Pick<Hub<Happening>, 'subscribe'>) {
    hub.subscribe((happening) => {
      if (happening.kind === 'trying') this.#begin(happening.event);
      else if (happening.kind === 'tried') this.#end(happening.tried.event);
    });
  }

  get isEmpty(): boolean {
    return this.#byReceiver.size === 0;
  }

  /** Those to one of the receivers that were open at that mark. */
  openAt(receiverIds: readonly number[], mark: number): OpenDelivery[] {
    return receiverIds.flatMap((id) =>
      (this.#byReceiver.get(id) ?? []).filter(({ from, until }) => from <= mark && mark < until),
    );
  }

  /** No call is asked about any more that began before that mark. */
  forgetBefore(mark: number): void {
    for (const [receiverId, deliveries] of this.#byReceiver) {
      const left = deliveries.filter(({ until }) => until > mark);
      if (left.length > 0) this.#byReceiver.set(receiverId, left);
      else this.#byReceiver.delete(receiverId);
    }
  }

  #begin({
    id: eventId,
    receiverId,
    lane: chatId,
    attempts,
  }: {
    id: number;
    receiverId: number;
    lane: number;
    attempts: number;
  }) {
    this.#count += 1;
    const delivery = { eventId, number: attempts + 1, chatId, from: this.#count, until: Number.POSITIVE_INFINITY };
    const known = this.#byReceiver.get(receiverId);
    if (!known) this.#byReceiver.set(receiverId, [delivery]);
    else known.push(delivery);
    if (known && known.length > 2 * MOST_ENDED) this.#forgetEnded(receiverId, known);
  }

  #end({ id, receiverId }: { id: number; receiverId: number }): void {
    this.#count += 1;
    const ended = this.#byReceiver
      .get(receiverId)
      ?.findLast(({ eventId, until }) => eventId === id && until > this.#count);
    if (ended) ended.until = this.#count;
  }

  #forgetEnded(receiverId: number, deliveries: readonly Kept[]): void {
    const open = deliveries.filter(({ until }) => until === Number.POSITIVE_INFINITY);
    const ended = deliveries.filter(({ until }) => until !== Number.POSITIVE_INFINITY);
    this.#byReceiver.set(receiverId, [...ended.slice(-MOST_ENDED), ...open]);
  }
}
