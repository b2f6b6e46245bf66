import type { Session } from '../session.ts';
import type { Line } from './line-totals.ts';

/** Chats of which the newest line is kept; beyond that they are forgotten together. */
const KEPT = 5_000;

/**
 * The newest line of chats, by their ids, as the one connection knows it that writes lines: after each line it wrote itself
 * (docs/decisions/0015-what-was-read-is-kept.md). What is undone takes all of it along.
 */
export class NewestLines {
  readonly #lines = new Map<number, Line>();

  constructor(session: Session) {
    session.onUndone(() => this.#lines.clear());
  }

  get(chatId: number): Line | undefined {
    return this.#lines.get(chatId);
  }

  set(chatId: number, line: Line): void {
    if (this.#lines.size >= KEPT) this.#lines.clear();
    this.#lines.set(chatId, line);
  }

  /** Lines of the chat are taken out. */
  forget(chatId: number): void {
    this.#lines.delete(chatId);
  }
}

export function newestLines(session: Session): NewestLines {
  return session.once(makeNewestLines);
}

function makeNewestLines(session: Session): NewestLines {
  return new NewestLines(session);
}
