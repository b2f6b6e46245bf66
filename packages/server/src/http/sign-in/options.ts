import type { SignInLinks } from '#control/sign-in-links.ts';
import type { Passwords } from '#kit/password.ts';
import type { Store } from '#storage/store.ts';
import type { PlaceOptions } from '../place.ts';
import type { LoginThrottle } from './login-throttle.ts';
import type { SignInLog } from './sign-in-log.ts';

export interface SignInOptions extends PlaceOptions {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly throttle: LoginThrottle;
  readonly links: SignInLinks;
  /** The portal is for trying things out: its cast may be gone on as without a password. */
  readonly isForDevelopment: boolean;
  /** Told of everybody who was not let in. */
  readonly refusals: SignInLog;
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}
