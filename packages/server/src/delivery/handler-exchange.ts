import type { Dispatcher } from 'undici';
import { because } from '#domain/event-cause.ts';
import { ExchangeFailure } from './exchange-failure.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly truncated: boolean;
}

const ANSWER_LIMIT_BYTES = 64 * 1024;
// A handler sends one or two of these, if any; one that streams them would keep a core busy until the time limit.
const INTERIM_ANSWER_LIMIT = 32;

const NO_HEADERS: Readonly<Record<string, string>> = {};
const decoder = new TextDecoder();

/**
 * One POST as undici tells of it, call by call. Its `request` would make a stream, a signal and several promises for each
 * event, which cost as much as all the rest of an exchange.
 */
export class HandlerExchange implements Dispatcher.DispatchHandler {
  readonly #host: string;
  readonly #monotonic: () => number;
  readonly #onEnd: (outcome: Answer | Error) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #calledOff: Error | undefined;
  #isOver = false;
  #status = 0;
  #connectedAt: number | undefined;
  #answeredAt: number | undefined;
  #headers = NO_HEADERS;
  #interim = 0;
  #chunks: Buffer[] = [];
  #left = ANSWER_LIMIT_BYTES;

  /** `host` is as in the address, for messages; `onEnd` is called once. */
  constructor(host: string, monotonic: () => number, onEnd: (outcome: Answer | Error) => void) {
    this.#host = host;
    this.#monotonic = monotonic;
    this.#onEnd = onEnd;
  }

  /** Of the final answer; 0: there is none yet. */
  get status(): number {
    return this.#status;
  }

  /** When there was a connection, and when the answer began. */
  get connectedAt(): number | undefined {
    return this.#connectedAt;
  }

  get answeredAt(): number | undefined {
    return this.#answeredAt;
  }

  /** Ends it as failed, also while a connection is being made, of which undici does not let go itself. */
  abort(cause: Error): void {
    this.#calledOff = cause;
    this.#end(cause);
    this.#controller?.abort(cause);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#connectedAt ??= this.#monotonic();
    if (this.#calledOff) controller.abort(this.#calledOff);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: AnswerHeaders): void {
    this.#answeredAt ??= this.#monotonic();
    if (status >= 200) {
      this.#status = status;
      this.#headers = flatten(headers);
    } else if (++this.#interim > INTERIM_ANSWER_LIMIT) this.abort(endless(this.#host));
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isOver) return;
    this.#chunks.push(this.#left < chunk.length ? chunk.subarray(0, this.#left) : chunk);
    this.#left -= chunk.length;
    if (this.#left >= 0) return;
    this.#finish(true);
    // The rest is not read, and the connection cannot be used again.
    controller.abort(new ExchangeFailure('network', 'the answer is longer than is read'));
  }

  onResponseEnd(): void {
    this.#finish(false);
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#end(error);
  }

  #finish(truncated: boolean): void {
    if (this.#isOver) return;
    const body = this.#chunks.length === 0 ? '' : textOf(this.#chunks, truncated);
    this.#end({ status: this.#status, headers: this.#headers, body, truncated });
  }

  #end(outcome: Answer | Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onEnd(outcome);
  }
}

function endless(host: string): ExchangeFailure {
  return new ExchangeFailure('network', because('broken-http', `${host} sends interim answers without end`, { host }));
}

type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

function textOf(chunks: readonly Buffer[], isCut: boolean): string {
  const [first] = chunks;
  const bytes = chunks.length === 1 && first ? first : Buffer.concat(chunks);
  // A character that was cut in two is left out, not shown as a broken one.
  return isCut ? new TextDecoder().decode(bytes, { stream: true }) : decoder.decode(bytes);
}

function flatten(headers: AnswerHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
