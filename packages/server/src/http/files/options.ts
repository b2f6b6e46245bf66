import type { Clock } from '#kit/clock.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import type { Store } from '#storage/store.ts';

export interface FileOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly contents: {
    readonly files: FileHome;
    /** Bytes of one file. */
    readonly most: number;
  };
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}
