import { beginningOf } from '#kit/beginning-of.ts';
/** What was left out of a part of a message, and why (R48). */
export interface Dropped {
  /** `KEYBOARD, button 4 "Off"`. */
  readonly where: string;
  readonly why: string;
}

/** A value breaks a rule of its format. */
export const REFUSED = Symbol('refused');

/** So many are told of one part. */
const MOST = 20;
/** Characters of a title that is repeated. */
const TITLE = 30;

/**
 * Collects what readers leave out. What a reader refuses is the affair of the list around it: one item is left out, and
 * only when none is left the list is refused, too.
 */
export class Notes {
  readonly dropped: Dropped[];
  readonly #where: string;
  #why = '';

  constructor(where: string, dropped: Dropped[] = []) {
    this.#where = where;
    this.dropped = dropped;
  }

  within(name: string): Notes {
    return new Notes(`${this.#where}, ${name}`, this.dropped);
  }

  /** An item of a list, counted from 1, with what stands on it. */
  item(noun: string, position: number, raw: unknown): Notes {
    const { TEXT, NAME } = (typeof raw === 'object' && raw !== null ? raw : {}) as { TEXT?: unknown; NAME?: unknown };
    const title = [TEXT, NAME].find((one) => typeof one === 'string' && one.trim() !== '') as string | undefined;
    const shown = title === undefined ? '' : ` "${beginningOf(title, TITLE)}"`;
    return this.within(`${noun} ${position}${shown}`);
  }

  /** The first reason is the one nearest to the cause. */
  refuse(why: string): typeof REFUSED {
    this.#why ||= why;
    return REFUSED;
  }

  /** Left out for `why`, else for what it was refused with. */
  drop(why = this.#why): void {
    if (this.dropped.length < MOST) this.dropped.push({ where: this.#where, why: why || 'cannot be read' });
  }
}
