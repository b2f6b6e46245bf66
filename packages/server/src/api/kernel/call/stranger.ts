import type { Holder } from '#domain/oauth/token.ts';
import { fullName } from '#domain/user/user.ts';
import type { Store } from '#storage/store.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Credentials } from './authenticate.ts';
import type { NotedCaller } from './noted-caller.ts';

/** What a stranger showed. The code of a webhook and the text of a token are left behind here. */
export type Shown =
  | { readonly kind: 'nothing' }
  /** The address names that person. */
  | { readonly kind: 'webhook'; readonly userId: number }
  /** What is signed in one that the portal gave out, expired or not; undefined: it is another one. */
  | { readonly kind: 'token'; readonly holder: Holder | undefined };

/** Of a call of which nothing has been looked at. */
export const NOBODY: Shown = { kind: 'nothing' };

export async function shownTo(store: Pick<Store, 'readNow'>, credentials: Credentials): Promise<Shown> {
  if (credentials.kind === 'webhook') return { kind: 'webhook', userId: credentials.userId };
  if (credentials.kind !== 'token') return NOBODY;
  try {
    const holder = await store.readNow((work) => work.tokens.readAccess(credentials.token));
    return { kind: 'token', holder };
  } catch {
    // Why they are not let in may be that the database is away. Then nobody is told who they are, and the answer leaves.
    return NOBODY;
  }
}

/** Whom a stranger says to be: nothing of it is proven. */
export async function strangerWith(work: Reading, shown: Shown): Promise<NotedCaller> {
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
      return { kind: 'stranger', userId, userName: user ? fullName(user) : '', application };
    }
  }
}

function nobody(userName: string): NotedCaller {
  return { kind: 'stranger', userId: 0, userName, application: undefined };
}
