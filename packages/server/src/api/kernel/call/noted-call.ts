import { beginningOf } from '#kit/beginning-of.ts';
import { type MaskedJson, maskedJson } from '#kit/masked-json.ts';
import { maskedText } from '#kit/secret-texts.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { Method } from '../definition/defined-method.ts';
import type { Dropped } from '../definition/field.ts';
import { isFileParam } from '../definition/registry.ts';
import type { ApiError } from './api-error.ts';
import type { CallAnswer } from './call-answer.ts';
import { type CallTrace, type Touched, touchedBy } from './call-trace.ts';
import type { CallInHand } from './conclude.ts';
import { knownCaller, type NotedCaller } from './noted-caller.ts';
import { type Shown, strangerWith } from './stranger.ts';
import type { Measured } from './time-block.ts';

/** Bytes that are kept of what was sent, and of what was answered. */
const KEPT_BYTES = 4 * 1024;
/** What is larger is not held until it is written down. */
const LARGE = 16 * 1024;

/** What calls itself a method and has no dot may be anything, also the code of a webhook that stands at the wrong place. */
const LONGEST_NAME = 100;
const NAMELESS = 'a method that there is not';

/**
 * A call that was answered, for those who watch and for the log. What is secret in it is in no property: whoever writes
 * it down asks for the texts, which are masked.
 */
export class NotedCall {
  readonly method: string;
  /** When it began, milliseconds since 1970, and how long it took. */
  readonly at: number;
  readonly durationMs: number;
  readonly status: number;
  /** undefined: it succeeded. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
  /** What was left out of it, and why (R47, R48). */
  readonly dropped: readonly Dropped[];
  readonly inBatch: boolean;
  /** The answer to an earlier one was given once more (R44). */
  readonly isRepeat: boolean;
  /** What the counter of deliveries showed when it began: see live/call-log/open-deliveries.ts. */
  readonly mark: number;
  /** Its number in the log; 0: it is not in it. */
  id = 0;
  readonly #from: ApiCaller | Shown;
  readonly #definition: Method | undefined;
  readonly #trace: CallTrace | undefined;
  #sent: CallInHand['sent'];
  #answer: CallAnswer | undefined;
  #params: MaskedJson | undefined;
  #result: MaskedJson | undefined;

  constructor(call: CallInHand, answer: CallAnswer, { startedAt, durationMs }: Measured, error?: ApiError) {
    const { name, method, trace, from } = call;
    this.method =
      method?.name ??
      (name.includes('.') ? beginningOf(maskedText(name.slice(0, 10 * LONGEST_NAME)), LONGEST_NAME) : NAMELESS);
    this.at = startedAt;
    this.durationMs = durationMs;
    this.status = answer.status;
    this.error = error && { code: error.code, message: error.message };
    this.dropped = error?.dropped ?? trace?.dropped ?? NONE;
    this.inBatch = trace?.inBatch ?? false;
    this.isRepeat = call.isRepeat ?? false;
    this.mark = call.stopwatch.mark;
    this.#from = from;
    this.#definition = method;
    this.#trace = trace;
    this.#sent = call.sent;
    this.#answer = answer;
    // Of a call within a batch nobody tells how long its answer is.
    if ((call.request.bytes ?? 0) > LARGE || this.inBatch) this.#keepParams();
    if (this.inBatch) this.#keepResult();
  }

  /** false: whoever called was not let in, and is whom they say at best. */
  get isKnown(): boolean {
    return 'portal' in this.#from;
  }

  /** Whether {@link callerKey} is the same, without making it: most calls are of who made the one before. */
  hasCallerOf(other: NotedCall): boolean {
    const mine = this.#from;
    const theirs = other.#from;
    if (!('portal' in mine) || !('portal' in theirs)) return false;
    return mine.key === theirs.key && mine.clientId === theirs.clientId && mine.botToken === theirs.botToken;
  }

  /** The same for all calls of which {@link findCaller} finds the same. */
  get callerKey(): string {
    const from = this.#from;
    if ('portal' in from) return `${from.key} ${from.clientId ?? from.botToken ?? ''}`;
    if (from.kind === 'webhook') return `stranger at ${from.userId}`;
    return from.kind === 'nothing' ? '' : `stranger with ${from.holder?.userId} ${from.holder?.applicationId}`;
  }

  findCaller(work: Reading): Promise<NotedCaller> {
    const from = this.#from;
    return 'portal' in from ? knownCaller(work, from) : strangerWith(work, from);
  }

  get touched(): Touched {
    return this.#trace ? touchedBy(this.#definition, this.#trace) : NOTHING;
  }

  /** How long the text of its answer is: of a long one only the beginning is held. */
  answeredWith(length: number): void {
    if (length > LARGE) this.#keepResult();
  }

  /** What was sent, without secrets and files; undefined: it could not be read. */
  get params(): MaskedJson | undefined {
    this.#keepParams();
    return this.#params;
  }

  /** What a successful call was answered. */
  get result(): MaskedJson | undefined {
    this.#keepResult();
    return this.#result;
  }

  #keepParams(): void {
    if (!this.#sent) return;
    const method = this.#definition;
    const sent = method?.name === 'batch' ? withoutQueries(this.#sent) : this.#sent;
    const isFile = method && isFileParam(method);
    this.#params = maskedJson(sent, { limit: KEPT_BYTES, isFile });
    this.#sent = undefined;
  }

  #keepResult(): void {
    const answer = this.#answer;
    if (!answer) return;
    this.#answer = undefined;
    if (this.error) return;
    const { time: _, ...body } = answer.body;
    const { file } = answer;
    const said = file ? { file: file.name, bytes: file.content.length } : body.total === undefined ? body.result : body;
    this.#result = maskedJson(said, { limit: KEPT_BYTES });
  }
}

const NONE: readonly Dropped[] = [];
const NOTHING: Touched = { chats: [], messages: [], bots: [], events: [] };

/** Each call of a batch is noted with what it was sent: here stand their methods alone. */
function withoutQueries(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const short = (cmd: unknown): unknown => {
    if (typeof cmd === 'string') return cmd.replace(/\?[\s\S]*$/, '');
    if (typeof cmd !== 'object' || cmd === null) return cmd;
    const { method } = cmd as { method?: unknown };
    return method === undefined || Array.isArray(cmd) ? everyOne(cmd) : short(method);
  };
  const everyOne = (cmds: object) => Object.fromEntries(Object.entries(cmds).map(([name, cmd]) => [name, short(cmd)]));
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, name.toLowerCase() === 'cmd' ? short(value) : value]),
  );
}
