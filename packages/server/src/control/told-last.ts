import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';

/** Ids of receivers, and of the event that each was told last. */
export type Told = ReadonlyMap<number, number>;

/**
 * Which event each receiver was told last when a message was written or a call made: a bot that answers, answers that
 * one, in its chat. Events of a chat are told one after the other, so that this holds until the next one begins.
 */
export class ToldLast {
  readonly #anywhere = new Map<number, number>();
  readonly #byChat = new Map<number, Map<number, number>>();
  readonly #then = new Map<Happening, Told>();
  readonly close: () => void;

  constructor(hub: Pick<Hub<Happening>, 'subscribe'>) {
    this.close = hub.subscribe((happening) => this.#note(happening));
  }

  /** As it was when that happened; it is told once. */
  take(happening: Happening): Told {
    const told = this.#then.get(happening);
    this.#then.delete(happening);
    return told ?? new Map();
  }

  #note(happening: Happening): void {
    if (happening.kind === 'trying') {
      const { id, receiverId, lane } = happening.event;
      this.#anywhere.set(receiverId, id);
      const inChat = this.#byChat.get(lane) ?? new Map<number, number>();
      this.#byChat.set(lane, inChat.set(receiverId, id));
    } else if (happening.kind === 'call') this.#then.set(happening, new Map(this.#anywhere));
    else if (happening.kind === 'change' && 'messageId' in happening.change)
      this.#then.set(happening, new Map(this.#byChat.get(happening.change.chatId)));
  }
}
