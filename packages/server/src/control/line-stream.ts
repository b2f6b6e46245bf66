import { Readable } from 'node:stream';
import type { z } from 'zod';

/** Bytes that wait for a reader who is too slow; beyond that the reader is let go, so that memory stays ours. */
const PATIENCE = 8 * 1024 * 1024;

/** An answer of one JSON object per line, for as long as somebody reads it. */
export class LineStream<T> {
  readonly readable: Readable;
  readonly #line: z.ZodType;
  #isOver = false;

  /** `line`: what every line is held to. */
  constructor(line: z.ZodType) {
    this.#line = line;
    this.readable = new Readable({ read: () => undefined });
    this.readable.once('close', () => {
      this.#isOver = true;
    });
  }

  /** Ended by us, or its reader has gone. */
  get isOver(): boolean {
    return this.#isOver;
  }

  send(item: T): void {
    if (this.#isOver) return;
    this.readable.push(`${JSON.stringify(this.#line.parse(item))}\n`);
    if (this.readable.readableLength > PATIENCE) this.readable.destroy();
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.readable.push(null);
  }

  /** Called once, when it has ended or its reader has gone. */
  onClose(task: () => void): void {
    this.readable.once('close', task);
  }
}
