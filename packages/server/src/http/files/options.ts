import type { Dispatcher } from '#api/kernel/call/dispatcher.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import type { Store } from '#storage/store.ts';
import type { ReadIncoming } from '../incoming.ts';
import type { PlaceOptions } from '../place.ts';
import type { RestsOfBodies } from '../rest/rests-of-bodies.ts';

export interface FileOptions extends PlaceOptions {
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
  readonly readIncoming: ReadIncoming;
  readonly store: Store;
  readonly rests: RestsOfBodies;
  readonly contents: {
    readonly files: FileHome;
    /** Bytes of one file. */
    readonly most: number;
  };
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}
