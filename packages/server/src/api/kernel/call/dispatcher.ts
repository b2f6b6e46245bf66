import { isReadableText } from '#kit/readable-text.ts';
import { StoreUnavailable } from '#storage/session.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import { strangerError, unsavedError, walkTable } from '../definition/check-table.ts';
import type { Method } from '../definition/defined-method.ts';
import { droppedFrom, type ReadParams, readParams } from '../definition/read-params.ts';
import { filesTakenBy, type TakenFiles } from '../definition/registry.ts';
import type { Kept } from '../definition/unfinished.ts';
import { Limiter } from '../limits/limits.ts';
import { Operating } from '../limits/operating.ts';
import { ApiError, systemErrors } from './api-error.ts';
import { authenticate, type Credentials, causeOf, NAMELESS, namesIn, type Place } from './authenticate.ts';
import type { Call, CallAnswer } from './call-answer.ts';
import { type CallTrace, IN_BATCH, NO_CHANGES } from './call-trace.ts';
import { checkCaller } from './check-caller.ts';
import { checkNames } from './check-names.ts';
import { type CallInHand, failed, repeated, succeeded } from './conclude.ts';
import type { ApiRequest, DispatcherOptions } from './dispatcher-options.ts';
import { inSteps, looking } from './in-steps.ts';
import { Repeats } from './repeats.ts';
import { runMethod } from './run-method.ts';
import { RunningCalls } from './running-calls.ts';
import { Stopwatch } from './stopwatch.ts';
import { NOBODY, shownTo } from './stranger.ts';
import { asideOf, waitingRoom } from './waiting-room.ts';

/**
 * The one way into the methods: authenticate, count the request, find the method, check the scope and the limit of time,
 * read the parameters, run the unit of work, build the envelope. Nothing else does any of these.
 */
export class Dispatcher {
  readonly running = new RunningCalls();
  readonly #options: DispatcherOptions;
  readonly #operating: Operating;
  readonly #limiter: Limiter | undefined;
  readonly #repeats: Repeats;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#operating = new Operating(options.clock);
    this.#repeats = new Repeats(options.clock);
    this.#limiter = options.limits && new Limiter(options.limits, this.#operating, options.clock);
  }

  dispatch(request: ApiRequest): Promise<CallAnswer> {
    return this.running.run(() => this.#answer(request));
  }

  async #answer(request: ApiRequest): Promise<CallAnswer> {
    const { method, params, repeat, credentials, place } = request;
    const begun = this.#begin(method, params, request);
    let caller: ApiCaller;
    try {
      const identified = this.#identify(credentials, place, namesIn(params, begun.method));
      caller = identified instanceof Promise ? await identified : identified;
    } catch (error) {
      return this.#turnedAway(begun, credentials, this.#named(error, method));
    }
    begun.from = caller;
    try {
      this.#limiter?.admit(caller, request.sender);
    } catch (error) {
      return failed(this.#options, begun, this.#named(error, method), begun.stopwatch.stop());
    }
    // Awaited: a promise that is returned is waited for in two turns more.
    if (!repeat || begun.method?.kind === 'read') return await this.#call(caller, begun, false);
    let isFirst = false;
    const answer = await this.#repeats.once(repeat, caller, method, () => {
      isFirst = true;
      return this.#call(caller, begun, false);
    });
    if (!isFirst) repeated(this.#options, begun, answer);
    return answer;
  }

  /** Who calls, before the whole of what they send is read. Throws what they are answered when it is nobody. */
  async identify(credentials: Credentials, place: Place): Promise<void> {
    await this.#identify(credentials, place);
  }

  /** Which files can come with a call of that method. */
  filesTakenBy(name: string): TakenFiles {
    return filesTakenBy(this.#options.registry.find(name));
  }

  /**
   * The answer to a request for that method which cannot be read. Where its address says who sent it, that is looked at
   * first: what is wrong with a request is nobody else's business.
   */
  async refuse(
    error: ApiError,
    method: string,
    sender?: { readonly credentials: Credentials; readonly place: Place },
  ): Promise<CallAnswer> {
    const { credentials, place } = sender ?? { credentials: { kind: 'none' }, place: undefined };
    const begun = this.#begin(method);
    if (!place || credentials.kind === 'none') return this.#turnedAway(begun, credentials, error);
    try {
      begun.from = await this.#identify(credentials, place);
    } catch (refusal) {
      return this.#turnedAway(begun, credentials, this.#named(refusal, method));
    }
    return failed(this.#options, begun, error, begun.stopwatch.stop());
  }

  #identify(credentials: Credentials, place: Place, names = NAMELESS): Promise<ApiCaller> | ApiCaller {
    const { store, registry } = this.#options;
    return store.readNow((work) => authenticate(work, credentials, place, names, registry.scopes()));
  }

  /** The answer to somebody who is not let in. */
  async #turnedAway(call: CallInHand, shown: Credentials, error: ApiError): Promise<CallAnswer> {
    call.from = await shownTo(this.#options.store, shown);
    return failed(this.#options, call, error, call.stopwatch.stop());
  }

  async #call(caller: ApiCaller, call: CallInHand, inBatch: boolean): Promise<CallAnswer> {
    const { name, method, sent = {}, stopwatch, request } = call;
    const { onGone, credentials, place } = request;
    const lookAgain = async () => credentials && place && checkCaller(await this.#identify(credentials, place), method);
    const changes = NO_CHANGES;
    const trace: CallTrace = { read: undefined, dropped: undefined, loaded: {}, changes, inBatch, onGone, lookAgain };
    call.trace = trace;
    stopwatch.methodBegins();
    try {
      this.#options.faults?.strike(caller, method);
      if (!isReadableText(sent)) throw systemErrors.unreadableText();
      checkNames(caller, sent);
      checkCaller(caller, method);
      if (method.forApplications && !caller.application) throw strangerError(method, caller);
      if (this.#limiter?.isExhausted(caller, method))
        return failed(this.#options, call, systemErrors.operatingLimit(), stopwatch.stop(caller, method, 'not run'));
      trace.read = readParams(method, sent);
      const running =
        request.instead?.(caller, asideOf(this.running, stopwatch)) ??
        this.#run(method, caller, sent, trace.read, trace, stopwatch);
      const result = running instanceof Promise ? await running : running;
      this.#options.onAnswer?.(method, result);
      trace.dropped = droppedFrom(trace.read);
      return succeeded(this.#options, call, result, stopwatch.stop(caller, method));
    } catch (error) {
      trace.changes = NO_CHANGES;
      const answered = (method && unsavedError(method, error)) || error;
      return failed(this.#options, call, this.#named(answered, name), stopwatch.stop(caller, method));
    }
  }

  #run(
    method: Method,
    caller: ApiCaller,
    sent: Readonly<Record<string, unknown>>,
    read: ReadParams,
    trace: CallTrace,
    stopwatch: Stopwatch,
  ): Promise<unknown> | unknown {
    if (method.kind === 'platform') return this.#onPlatform(method, caller, read);
    const unit = (work: Reading, kept?: Kept) => runMethod(method, work, caller, read, trace, kept);
    const { store, files, arrivals } = this.#options;
    if (method.kind !== 'read') return inSteps(() => store.write((work) => unit(work), causeOf(caller, sent)), files);
    const room = waitingRoom(method, trace, arrivals, this.running, stopwatch);
    return looking(method, store, unit, { caller, params: read.values }, room);
  }

  async #onPlatform(method: Method, caller: ApiCaller, read: ReadParams): Promise<unknown> {
    const { params } = await walkTable(method, read, { caller });
    const { registry, clock } = this.#options;
    return method.handle({ caller, params, registry, call: this.#batched(caller), now: clock.now() });
  }

  #batched(caller: ApiCaller): Call {
    return async (name, params) => {
      const call = this.#begin(name, params);
      const sent = namesIn(params, call.method);
      // Only programs behind a webhook call themselves something, and only in the first generation.
      const isNamed = caller.auth === 'webhook' && call.method?.generation !== 'v2';
      const clientId = isNamed ? (sent.clientId ?? caller.clientId) : undefined;
      const botToken = caller.auth === 'oauth' ? undefined : sent.botToken;
      const from = { ...caller, clientId, botToken };
      call.from = from;
      call.trace = IN_BATCH;
      if (call.method?.outsideBatchOnly)
        return failed(this.#options, call, systemErrors.batchMethodNotAllowed(), call.stopwatch.stop());
      return this.#call(from, call, true);
    };
  }

  #named(error: unknown, method: string): ApiError {
    if (error instanceof ApiError) return error;
    this.#options.onInternalError(error, method);
    return error instanceof StoreUnavailable ? systemErrors.overload() : systemErrors.internal();
  }

  #begin(name: string, sent?: CallInHand['sent'], request: CallInHand['request'] = {}): CallInHand {
    const { registry, clock, mark } = this.#options;
    const stopwatch = new Stopwatch(clock, this.#operating, mark?.());
    return { name, method: registry.find(name), from: NOBODY, sent, request, stopwatch, trace: undefined };
  }
}
