import type { Clock } from '../../kit/clock.ts';
import type { Passwords } from '../../kit/password.ts';
import type { Store } from '../../storage/store.ts';
import type { PlaceOptions } from '../place.ts';

export interface SignInOptions extends PlaceOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly passwords: Passwords;
}
