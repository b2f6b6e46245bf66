import { createHash } from 'node:crypto';
import { Base64Stream } from '#kit/base64-stream.ts';
import type { Draft } from '#storage/files/file-home.ts';
import { BadContent, SentContent } from '#storage/files/sent-content.ts';

/** Writes a file down while it comes. What turns out to be none, or too large, is read over from there on. */
export class ContentWriter {
  readonly #draft: Draft;
  readonly #most: number;
  readonly #onError: (error: unknown) => void;
  readonly #base64 = new Base64Stream();
  readonly #hash = createHash('sha256');
  #size = 0;
  #bad: BadContent | undefined;

  /** @param most bytes */
  constructor(draft: Draft, most: number, onError: (error: unknown) => void) {
    this.#draft = draft;
    this.#most = most;
    this.#onError = onError;
  }

  async write(base64: string): Promise<void> {
    if (!this.#bad) await this.#put(this.#base64.take(base64));
  }

  async end(): Promise<SentContent | BadContent> {
    if (!this.#bad) await this.#put(this.#base64.end());
    return this.#bad ?? new SentContent(this.#draft, this.#size, this.#hash.digest('hex'));
  }

  /** Bytes as they are. */
  async take(bytes: Uint8Array): Promise<void> {
    if (!this.#bad) await this.#put(bytes);
  }

  /** The same of bytes. */
  async whole(): Promise<SentContent | BadContent> {
    return this.#bad ?? new SentContent(this.#draft, this.#size, this.#hash.digest('hex'));
  }

  /** Nothing is left of it, unless it was kept. What still comes of it is read over: a form may have broken off. */
  async discard(): Promise<void> {
    this.#bad ??= new BadContent('invalid', 'was given up');
    await this.#draft.discard();
  }

  async #put(bytes: Uint8Array | undefined): Promise<void> {
    if (bytes === undefined) return this.#giveUp(new BadContent('invalid', 'is not Base64'));
    this.#size += bytes.length;
    if (this.#size > this.#most) return this.#giveUp(new BadContent('oversize', `is larger than ${this.#most} bytes`));
    this.#hash.update(bytes);
    try {
      await this.#draft.write(bytes);
    } catch (error) {
      this.#onError(error);
      await this.#giveUp(new BadContent('invalid', 'cannot be kept at the moment'));
    }
  }

  async #giveUp(bad: BadContent): Promise<void> {
    this.#bad = bad;
    await this.#draft.discard();
  }
}
