import { systemErrors } from '#api/kernel/call/api-error.ts';
import type { ContentWriter } from './content-writer.ts';
import type { SentContents } from './sent-contents.ts';
import type { Spelling } from './spelling.ts';

/** Bytes of a value that may be a file: shorter ones stay where they are. */
const LONG = 64 * 1024;
/** Bytes of all the rest of a body. */
const MOST_REST = 1024 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * Takes the files out of a body while it comes: each value that is too long for anything else is written down, and a
 * mark stands in its place. What is left is as small as other bodies are.
 */
export class BodyScan {
  readonly #spelling: Spelling;
  readonly #contents: SentContents;
  #rest: Buffer[] = [];
  #restLength = 0;
  /** Bytes that cannot be read before more have come. */
  #carried: Buffer = NOTHING;
  #isInValue = false;
  /** Of the value that is read: what it begins with, or where it is written. */
  #held: Buffer[] = [];
  #heldLength = 0;
  #writer: ContentWriter | undefined;

  constructor(spelling: Spelling, contents: SentContents) {
    this.#spelling = spelling;
    this.#contents = contents;
  }

  async take(chunk: Buffer): Promise<void> {
    const bytes = this.#carried.length > 0 ? Buffer.concat([this.#carried, chunk]) : chunk;
    this.#carried = NOTHING;
    let at = 0;
    while (at < bytes.length) at = this.#isInValue ? await this.#readValue(bytes, at) : this.#pass(bytes, at);
  }

  /** The body without its files. */
  async end(): Promise<Buffer> {
    if (this.#isInValue) await this.#value(this.#carried);
    else this.#keep(this.#carried);
    await this.#endValue();
    return Buffer.concat(this.#rest, this.#restLength);
  }

  #pass(bytes: Buffer, from: number): number {
    const begin = this.#spelling.begin(bytes, from);
    this.#keep(bytes.subarray(from, begin));
    this.#isInValue = begin !== undefined;
    return begin ?? bytes.length;
  }

  async #readValue(bytes: Buffer, from: number): Promise<number> {
    const end = this.#spelling.end(bytes, from);
    if (end === undefined) {
      const cut = this.#spelling.cut(bytes, from);
      await this.#value(bytes.subarray(from, cut));
      this.#carried = bytes.subarray(cut);
      return bytes.length;
    }
    await this.#value(bytes.subarray(from, end));
    await this.#endValue();
    // What ends a value begins none.
    this.#keep(bytes.subarray(end, end + 1));
    return end + 1;
  }

  async #value(bytes: Buffer): Promise<void> {
    if (this.#writer) return this.#writer.write(this.#spelling.text(bytes));
    this.#held.push(bytes);
    this.#heldLength += bytes.length;
    if (this.#heldLength <= LONG) return;
    this.#writer = await this.#contents.begin();
    for (const piece of this.#held) await this.#writer.write(this.#spelling.text(piece));
    this.#held = [];
  }

  async #endValue(): Promise<void> {
    for (const piece of this.#held) this.#keep(piece);
    if (this.#writer) this.#keep(Buffer.from(await this.#contents.end(this.#writer)));
    this.#held = [];
    this.#heldLength = 0;
    this.#writer = undefined;
    this.#isInValue = false;
  }

  #keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#restLength += bytes.length;
    if (this.#restLength > MOST_REST) throw systemErrors.bodyTooLarge('1 MB beside its files');
    this.#rest.push(bytes);
  }
}
