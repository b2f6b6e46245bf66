import type { Dispatcher } from 'undici';

/** What is wanted from an address. */
export interface Wanted {
  /** Media types, without their parameters. */
  readonly types: readonly string[];
  /** Bytes that are read. */
  readonly most: number;
  /** Of what is longer the beginning is enough; else it is not taken. */
  readonly isBeginningEnough: boolean;
}

/** What was wanted, or the address that it leads on to; undefined: there is nothing of that kind. */
export type Taken = { readonly type: string; readonly bytes: Buffer } | string | undefined;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const REDIRECTING: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** One GET as undici tells of it, call by call. What is not wanted is not read. */
export class WebExchange implements Dispatcher.DispatchHandler {
  readonly #wanted: Wanted;
  readonly #resolve: (taken: Taken) => void;
  readonly #reject: (error: Error) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #isCalledOff = false;
  #size = 0;
  #type = '';

  constructor(wanted: Wanted, resolve: (taken: Taken) => void, reject: (error: Error) => void) {
    this.#wanted = wanted;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Ends it as failed, also while a connection is being made. */
  abort(): void {
    this.#isCalledOff = true;
    this.#reject(new Error('Called off'));
    this.#controller?.abort(new Error('Called off'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isCalledOff) controller.abort(new Error('Called off'));
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return;
    if (REDIRECTING.has(status)) {
      this.#end(textOf(headers['location']));
      return;
    }
    this.#type = textOf(headers['content-type'])?.toLowerCase() ?? '';
    const [kind = ''] = this.#type.split(';');
    // What is compressed although nobody asked for it may come to any size.
    const isPlain = (textOf(headers['content-encoding']) ?? 'identity') === 'identity';
    if (status !== 200 || !isPlain || !this.#wanted.types.includes(kind.trim())) this.#end(undefined);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > this.#wanted.most) this.#end(this.#wanted.isBeginningEnough ? this.#taken() : undefined);
  }

  onResponseEnd(): void {
    this.#resolve(this.#taken());
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }

  #taken(): Taken {
    return { type: this.#type, bytes: Buffer.concat(this.#chunks).subarray(0, this.#wanted.most) };
  }

  /** The rest is not read. */
  #end(taken: Taken): void {
    this.#resolve(taken);
    this.#controller?.abort(new Error('Enough was read'));
  }
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
