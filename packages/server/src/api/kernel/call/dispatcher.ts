import { isReadableText } from '#kit/readable-text.ts';
import { StoreRefused, StoreUnavailable } from '#storage/session.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import { unsavedError, walkTable } from '../definition/check-table.ts';
import type { Method } from '../definition/defined-method.ts';
import { droppedFrom, type ReadParams, readParams } from '../definition/read-params.ts';
import { mayCall, takesFile } from '../definition/registry.ts';
import { Limiter } from '../limits/limits.ts';
import { Operating } from '../limits/operating.ts';
import { ApiError, systemErrors } from './api-error.ts';
import { authenticate, type Credentials, causeOf, dismissed, NAMELESS, namesIn, type Place } from './authenticate.ts';
import type { Call, CallAnswer } from './call-answer.ts';
import { checkNames } from './check-names.ts';
import type { ApiRequest, DispatcherOptions } from './dispatcher-options.ts';
import { failure, success } from './envelope.ts';
import { inSteps } from './in-steps.ts';
import { notedCall, noteStranger } from './noted-call.ts';
import { Repeats } from './repeats.ts';
import { runMethod } from './run-method.ts';
import { RunningCalls } from './running-calls.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Measured } from './time-block.ts';

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
    const stopwatch = this.#start();
    const { method, params, repeat, credentials, place } = request;
    let caller: ApiCaller;
    try {
      const names = namesIn(params, this.#options.registry.find(method));
      const found = this.#identify(credentials, place, names);
      caller = found instanceof Promise ? await found : found;
    } catch (error) {
      return this.#turnedAway(credentials, method, this.#named(error, method), stopwatch);
    }
    try {
      this.#limiter?.admit(caller, request.sender);
    } catch (error) {
      return this.#refused(caller, method, this.#named(error, method), stopwatch.stop());
    }
    if (!repeat) return this.#call(caller, method, params, stopwatch);
    return this.#repeats.once(repeat, caller, method, () => this.#call(caller, method, params, stopwatch));
  }

  /** Who calls, before the whole of what they send is read. Throws what they are answered when it is nobody. */
  async identify(credentials: Credentials, place: Place): Promise<void> {
    await this.#identify(credentials, place);
  }

  /** Whether what the method is given can be a file, and so large. A batch can hold any call. */
  takesFile(name: string): boolean {
    const method = this.#options.registry.find(name);
    return method !== undefined && takesFile(method);
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
    const stopwatch = this.#start();
    const { credentials, place } = sender ?? { credentials: { kind: 'none' }, place: undefined };
    if (!place || credentials.kind === 'none') return this.#turnedAway(credentials, method, error, stopwatch);
    let caller: ApiCaller;
    try {
      caller = await this.#identify(credentials, place);
    } catch (refusal) {
      return this.#turnedAway(credentials, method, this.#named(refusal, method), stopwatch);
    }
    return this.#refused(caller, method, error, stopwatch.stop());
  }

  #identify(credentials: Credentials, place: Place, names = NAMELESS): Promise<ApiCaller> | ApiCaller {
    const { store, registry } = this.#options;
    return store.readNow((work) => authenticate(work, credentials, place, names, registry.scopes()));
  }

  /** The answer to somebody who is not let in. */
  async #turnedAway(from: Credentials, name: string, error: ApiError, stopwatch: Stopwatch): Promise<CallAnswer> {
    await noteStranger(this.#options, from, name, error);
    return this.#failed(error, name, stopwatch.stop());
  }

  async #call(
    caller: ApiCaller,
    name: string,
    sent: Readonly<Record<string, unknown>>,
    stopwatch = this.#start(),
  ): Promise<CallAnswer> {
    const method = this.#options.registry.find(name);
    stopwatch.methodBegins();
    try {
      this.#options.faults?.strike(caller, method);
      if (!isReadableText(sent)) throw systemErrors.unreadableText();
      checkNames(caller, sent);
      if (!caller.user.isActive && !method?.answersDismissed) throw dismissed(caller);
      // After authorization: whether a method exists is not told to strangers.
      if (!method) throw systemErrors.unknownMethod();
      if (!mayCall(method, caller.scope))
        throw systemErrors.insufficientScope(caller.auth === 'oauth' ? 'access' : 'webhook');
      if (method.forApplications && !caller.application) throw systemErrors.applicationRequired();
      if (this.#limiter?.isExhausted(caller, method))
        return this.#refused(caller, name, systemErrors.operatingLimit(), stopwatch.stop(caller, method, 'not run'));
      const read = readParams(method, sent);
      const running = this.#run(method, caller, sent, read);
      const result = running instanceof Promise ? await running : running;
      this.#options.onAnswer?.(method, result);
      const dropped = droppedFrom(read);
      if (dropped) this.#options.onNoted?.(notedCall(caller, { name, isKnown: true }, undefined, dropped));
      const measured = stopwatch.stop(caller, method);
      this.#options.onMeasured?.(method.name, '', measured.durationMs);
      return success(result, measured, dropped);
    } catch (error) {
      const answered = (error instanceof StoreRefused && method && unsavedError(method)) || error;
      return this.#refused(caller, name, this.#named(answered, name), stopwatch.stop(caller, method));
    }
  }

  #refused(caller: ApiCaller, name: string, error: ApiError, measured: Measured): CallAnswer {
    const isKnown = this.#options.registry.find(name) !== undefined;
    this.#options.onNoted?.(notedCall(caller, { name, isKnown }, error, error.dropped));
    return this.#failed(error, name, measured);
  }

  #failed(error: ApiError, name: string, measured: Measured): CallAnswer {
    const { onMeasured, registry } = this.#options;
    onMeasured?.(registry.find(name)?.name ?? '', error.code, measured.durationMs);
    return failure(error, measured);
  }

  #run(
    method: Method,
    caller: ApiCaller,
    sent: Readonly<Record<string, unknown>>,
    read: ReadParams,
  ): Promise<unknown> | unknown {
    if (method.kind === 'platform') return this.#onPlatform(method, caller, read);
    const unit = (work: Reading) => runMethod(method, work, caller, read);
    if (method.kind === 'read') return this.#options.store.readNow(unit);
    return inSteps(() => this.#options.store.write(unit, causeOf(caller, sent)));
  }

  async #onPlatform(method: Method, caller: ApiCaller, read: ReadParams): Promise<unknown> {
    const { params } = await walkTable(method, read, { caller });
    const { registry, clock } = this.#options;
    return method.handle({ caller, params, registry, call: this.#batched(caller), now: clock.now() });
  }

  #batched(caller: ApiCaller): Call {
    return async (name, params) => {
      const stopwatch = this.#start();
      const called = this.#options.registry.find(name);
      if (called?.outsideBatchOnly)
        return this.#refused(caller, name, systemErrors.batchMethodNotAllowed(), stopwatch.stop());
      const sent = namesIn(params, called);
      // Only programs behind a webhook call themselves something, and only in the first generation.
      const isNamed = caller.auth === 'webhook' && called?.generation !== 'v2';
      const clientId = isNamed ? (sent.clientId ?? caller.clientId) : undefined;
      const botToken = caller.auth === 'oauth' ? undefined : sent.botToken;
      return this.#call({ ...caller, clientId, botToken }, name, params, stopwatch);
    };
  }

  #named(error: unknown, method: string): ApiError {
    if (error instanceof ApiError) return error;
    this.#options.onInternalError(error, method);
    return error instanceof StoreUnavailable ? systemErrors.overload() : systemErrors.internal();
  }

  #start(): Stopwatch {
    return new Stopwatch(this.#options.clock, this.#operating);
  }
}
