import { createHash } from 'node:crypto';
import type { Content } from '#domain/file/content.ts';
import type { Draft, FileHome } from './file-home.ts';
import { lookInto } from './picture.ts';

/**
 * What is in a file that a call brings. Small ones come with the call; others were written down while they came, and a
 * call that keeps nothing leaves nothing of them.
 */
export class SentContent {
  readonly size: number;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: string;
  readonly #source: Uint8Array | Draft;
  #kept: Content | undefined;

  constructor(source: Uint8Array | Draft, size: number, hash: string) {
    this.#source = source;
    this.size = size;
    this.hash = hash;
  }

  static of(bytes: Uint8Array): SentContent {
    return new SentContent(bytes, bytes.length, createHash('sha256').update(bytes).digest('hex'));
  }

  /** undefined: it has to be kept first. */
  get kept(): Content | undefined {
    return this.#kept;
  }

  /**
   * Keeps it under the key of that content. It is on the disk when this resolves.
   *
   * @throws FileNotKept
   */
  async keep(files: FileHome, content: Content): Promise<void> {
    const draft = this.#source instanceof Uint8Array ? await files.draft() : this.#source;
    try {
      if (this.#source instanceof Uint8Array) await draft.write(this.#source);
      await draft.keep(content.key);
    } finally {
      await draft.discard();
    }
    this.#kept = { ...content, picture: await lookInto(files, content) };
  }
}

/** What came in the place of a file, and is none. */
export class BadContent {
  readonly fault: 'invalid' | 'oversize';
  readonly why: string;

  constructor(fault: BadContent['fault'], why: string) {
    this.fault = fault;
    this.why = why;
  }
}
