import { findOwnApplication } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import type { Holder } from '#domain/oauth/token.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { Dropped } from '../definition/field.ts';
import type { ApiError } from './api-error.ts';
import type { Credentials } from './authenticate.ts';
import type { DispatcherOptions } from './dispatcher-options.ts';

/** Who called, as far as that is known. */
export interface NotedCaller {
  /** 0: nobody that is known. */
  readonly userId: number;
  readonly userName: string;
  /** What a program behind a webhook calls itself. */
  readonly clientId?: string | undefined;
  /** The application that called. */
  readonly application: Application | undefined;
}

/** A call that was refused, or of which something was left out. Holds no secret: watchers are told of it. */
export interface NotedCall {
  /** false: whoever called was not let in, and is whom they say at best. */
  readonly isKnown: boolean;
  /** Asked only when somebody watches. */
  readonly findCaller: (work: Reading) => Promise<NotedCaller>;
  readonly method: string;
  /** undefined: it succeeded. */
  readonly error: { readonly code: string; readonly message: string } | undefined;
  readonly dropped: readonly Dropped[];
}

/** What calls itself a method and has no dot may be anything, also the code of a webhook that stands at the wrong place. */
const NAMELESS = 'a method that there is not';

interface NamedMethod {
  readonly name: string;
  readonly isKnown: boolean;
}

export function notedCall(
  caller: ApiCaller,
  method: NamedMethod,
  error: NotedCall['error'],
  dropped: readonly Dropped[],
): NotedCall {
  const { user, clientId } = caller;
  const findCaller = async (work: Reading) => ({
    userId: user.id,
    userName: fullName(user),
    clientId,
    application: await findOwnApplication(work, caller),
  });
  return { isKnown: true, findCaller, dropped, ...told(method, error) };
}

/** Notes the call of somebody who was not let in. */
export async function noteStranger(
  { store, registry, onNoted }: Pick<DispatcherOptions, 'store' | 'registry' | 'onNoted'>,
  credentials: Credentials,
  name: string,
  error: ApiError,
): Promise<void> {
  if (!onNoted) return;
  const isToken = credentials.kind === 'token';
  const holder = isToken ? await store.readNow((work) => work.tokens.readAccess(credentials.token)) : undefined;
  const shown = shownIn(credentials, holder);
  const findCaller = (work: Reading) => strangerWith(work, shown);
  const method = { name, isKnown: registry.find(name) !== undefined };
  onNoted({ isKnown: false, findCaller, dropped: error.dropped, ...told(method, error) });
}

/** What a stranger showed. The code of a webhook and the text of a token are left behind here. */
type Shown =
  | { readonly kind: 'nothing' }
  /** The address names that person. */
  | { readonly kind: 'webhook'; readonly userId: number }
  /** What is signed in one that the portal gave out, expired or not; undefined: it is another one. */
  | { readonly kind: 'token'; readonly holder: Holder | undefined };

function shownIn(credentials: Credentials, holder: Holder | undefined): Shown {
  if (credentials.kind === 'webhook') return { kind: 'webhook', userId: credentials.userId };
  return credentials.kind === 'token' ? { kind: 'token', holder } : { kind: 'nothing' };
}

async function strangerWith(work: Reading, shown: Shown): Promise<NotedCaller> {
  switch (shown.kind) {
    case 'nothing':
      return nobody('somebody without a webhook or a token');
    case 'webhook': {
      const user = await work.users.findUser(shown.userId);
      return {
        ...nobody(`somebody at a webhook address of ${user ? fullName(user) : 'nobody'}`),
        userId: user?.id ?? 0,
      };
    }
    case 'token': {
      if (!shown.holder) return nobody('somebody with a token that is not of this portal');
      const { userId, applicationId } = shown.holder;
      const user = await work.users.findUser(userId);
      const application = await work.applications.findApplication(applicationId);
      return { userId, userName: user ? fullName(user) : '', application };
    }
  }
}

function nobody(userName: string): NotedCaller {
  return { userId: 0, userName, application: undefined };
}

function told(method: NamedMethod, error: NotedCall['error']): Pick<NotedCall, 'method' | 'error'> {
  return {
    method: method.isKnown || method.name.includes('.') ? method.name : NAMELESS,
    error: error && { code: error.code, message: error.message },
  };
}
