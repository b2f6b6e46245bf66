import type { Fault } from '#domain/fault.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import { toError } from '../definition/check-table.ts';
import type { Method } from '../definition/defined-method.ts';
import { type ApiError, systemErrors, type TokenKind } from './api-error.ts';

/** The documented errors that any method may answer with, as they are for a caller with such a token. */
const SYSTEM = [
  systemErrors.internal,
  systemErrors.unexpectedAnswer,
  systemErrors.tooManyRequests,
  systemErrors.batchMethodNotAllowed,
  systemErrors.batchTooLong,
  systemErrors.noCredentials,
  systemErrors.httpsRequired,
  systemErrors.blocked,
  systemErrors.planTooSmall,
  systemErrors.invalidCredentials,
  systemErrors.noManifest,
  systemErrors.insufficientScope,
  systemErrors.expiredToken,
  systemErrors.invalidToken,
  systemErrors.unauthorizedUser,
  systemErrors.userAccess,
  systemErrors.portalClosed,
  systemErrors.unknownMethod,
  systemErrors.operatingLimit,
  systemErrors.confirmationAwaited,
  systemErrors.confirmationDenied,
] as const satisfies readonly ((token: TokenKind) => ApiError)[];
const systemByCode = new Map(SYSTEM.map((make) => [make('webhook').code, make]));

/** What a message says of the case; here there is none. */
const NO_CASE = new Proxy<Record<string, string>>({}, { get: () => 'N' });

/** The error of that code that calls of the method are documented to be answered with: of its own table before others. */
export function documentedFailure(method: Method, code: string): ((token: TokenKind) => ApiError) | undefined {
  const row = method.errors.find((one) => one.code === code);
  return row ? () => toError(method, row, NO_CASE) : systemByCode.get(code);
}

/** Codes for which {@link documentedFailure} finds something. */
export function documentedCodes(method: Method): string[] {
  return [...new Set([...method.errors.flatMap(({ code }) => code || []), ...systemByCode.keys()])];
}

interface SetFault {
  readonly fault: Fault;
  readonly make: (token: TokenKind) => ApiError;
  /** Calls that it is still for. */
  left: number;
}

/** A stage of the dispatcher that is switched by data: answers calls with a documented error, whatever they are. */
export class Faults {
  #set: SetFault[] = [];
  #lastId = 0;

  /** Those that are not used up, oldest first, with how often they still apply. */
  get all(): Fault[] {
    return this.#set.map(({ fault, left }) => ({ ...fault, times: fault.times === null ? null : left }));
  }

  /** An id that neither one of these has, nor one that was set in this run. */
  takeId(kept: readonly Fault[]): number {
    this.#lastId = 1 + Math.max(this.#lastId, ...kept.map(({ id }) => id));
    return this.#lastId;
  }

  /** From now on; `id` of the fault is free. */
  add(fault: Fault, make: SetFault['make']): void {
    this.#lastId = Math.max(this.#lastId, fault.id);
    this.#set = [...this.#set, { fault, make, left: fault.times ?? Number.POSITIVE_INFINITY }];
  }

  clear(): void {
    this.#set = [];
  }

  /** Throws what this call is to be answered with, if anything. */
  strike({ auth, user }: ApiCaller, method: Method | undefined): void {
    if (this.#set.length === 0) return;
    const found = this.#set.find(
      ({ fault }) => fault.method === method?.name && (fault.userId === null || fault.userId === user.id),
    );
    if (!found) return;
    found.left -= 1;
    if (found.left === 0) this.#set = this.#set.filter((one) => one !== found);
    throw found.make(auth === 'oauth' ? 'access' : 'webhook');
  }
}
