import { systemErrors } from '#api/kernel/call/api-error.ts';
import { systemRandom } from '#kit/random.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import type { BadContent, SentContent } from '#storage/files/sent-content.ts';
import { ContentWriter } from './content-writer.ts';

/** Files in one body. */
const MOST = 4;

/** What stands in the place of a file: nobody else can write it. */
const MARK = `content-${systemRandom.hex(32)}-`;

export interface ContentOptions {
  readonly files: FileHome;
  /** Bytes of one file. */
  readonly most: number;
  readonly onError: (error: unknown) => void;
}

/** The files that came in one body. */
export class SentContents {
  readonly #options: ContentOptions;
  readonly #writers: ContentWriter[] = [];
  readonly #byMark = new Map<string, SentContent | BadContent>();

  constructor(options: ContentOptions) {
    this.#options = options;
  }

  async begin(): Promise<ContentWriter> {
    if (this.#writers.length === MOST)
      throw systemErrors.invalidRequest(`There are more than ${MOST} files in the body`);
    const { files, most, onError } = this.#options;
    const draft = await files.draft().catch((error: unknown) => {
      onError(error);
      throw systemErrors.overload();
    });
    const writer = new ContentWriter(draft, most, onError);
    this.#writers.push(writer);
    return writer;
  }

  /** The mark that stands for it: the same for the same content, so that a request that is repeated reads the same. */
  async end(writer: ContentWriter): Promise<string> {
    const content = await writer.end();
    const mark = MARK + ('hash' in content ? content.hash : `${content.fault}-${this.#byMark.size}`);
    this.#byMark.set(mark, content);
    return mark;
  }

  /** The same value with files where their marks are. */
  putInto<T>(value: T): T {
    if (typeof value === 'string') return (this.#byMark.get(value) as T | undefined) ?? value;
    if (Array.isArray(value)) return value.map((one) => this.putInto(one)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.putInto(one)])) as T;
  }

  /** Of files that were not kept nothing is left. */
  async discard(): Promise<void> {
    for (const writer of this.#writers) await writer.discard();
  }
}
