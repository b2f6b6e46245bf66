import { findOwnApplication } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { Dropped } from '../definition/field.ts';

/** A call of a known caller that was refused, or of which something was left out. Holds no secret: watchers are told of it. */
export interface NotedCall {
  readonly userId: number;
  readonly userName: string;
  /** What a program behind a webhook calls itself. */
  readonly clientId: string | undefined;
  /** The application that called. */
  readonly findApplication: (work: Reading) => Promise<Application | undefined>;
  readonly method: string;
  /** undefined: it succeeded. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
  readonly dropped: readonly Dropped[];
}

/** What calls itself a method and has no dot may be anything, also the code of a webhook that stands at the wrong place. */
const NAMELESS = 'a method that there is not';

export function notedCall(
  caller: ApiCaller,
  method: { readonly name: string; readonly isKnown: boolean },
  error: NotedCall['error'],
  dropped: readonly Dropped[],
): NotedCall {
  const { user, clientId } = caller;
  return {
    userId: user.id,
    userName: fullName(user),
    clientId,
    findApplication: (work) => findOwnApplication(work, caller),
    method: method.isKnown || method.name.includes('.') ? method.name : NAMELESS,
    error: error && { code: error.code, message: error.message },
    dropped,
  };
}
