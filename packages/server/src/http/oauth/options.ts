import type { Store } from '#storage/store.ts';
import type { PlaceOptions } from '../place.ts';

export interface OauthOptions extends PlaceOptions {
  readonly store: Store;
  readonly requireHttps: boolean;
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}
