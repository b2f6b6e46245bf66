import type { Clock } from '#kit/clock.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import type { Store } from '#storage/store.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { Method } from '../definition/defined-method.ts';
import type { Registry } from '../definition/registry.ts';
import type { Limits, Sender } from '../limits/limits.ts';
import type { Arrivals } from './arrivals.ts';
import type { Credentials, Place } from './authenticate.ts';
import type { Faults } from './faults.ts';
import type { NotedCall } from './noted-call.ts';
import type { RepeatMark } from './repeats.ts';
import type { Aside } from './waiting-room.ts';

export interface ApiRequest {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly credentials: Credentials;
  readonly place: Place;
  readonly sender: Sender;
  /** Where the request says which one it is, so that it is done once however often it comes (R44). */
  readonly repeat?: RepeatMark | undefined;
  /** What is done in place of the method's own way, for a call whose content comes after it was let in. */
  readonly instead?: Instead | undefined;
  /** Bytes of query and body. */
  readonly bytes?: number | undefined;
  readonly onGone?: OnGone | undefined;
}

/** Has somebody told when nobody is there any more who would be answered, until the function that comes back is called. */
export type OnGone = (tell: () => void) => () => void;

/** @param aside runs what waits for others: it counts as no time of the call, and the portal closes without it */
export type Instead = (caller: ApiCaller, aside: Aside) => Promise<unknown>;

export interface DispatcherOptions {
  readonly store: Store;
  /** Where the bytes of files are kept. */
  readonly files: FileHome;
  readonly registry: Registry;
  readonly clock: Clock;
  /** Where calls wait for what has not come yet; undefined: none waits. */
  readonly arrivals?: Arrivals | undefined;
  /** undefined: none. */
  readonly limits?: Limits | undefined;
  /** What calls are answered with on purpose. */
  readonly faults?: Faults | undefined;
  /** Told of every failure that is nobody's fault but ours. */
  readonly onInternalError: (error: unknown, method: string) => void;
  /** Sees what methods answer, those within a batch too: tests hold it to their definitions. */
  readonly onAnswer?: AnswerWatcher | undefined;
  /**
   * Told of every call when its answer is made, those within a batch too.
   *
   * @param method '' stands for one that does not exist
   * @param code of the error; '': there is none
   */
  readonly onMeasured?: ((method: string, code: string, milliseconds: number) => void) | undefined;
  /** Told of calls when their answer is made, those within a batch too. */
  readonly onNoted?: ((call: NotedCall) => void) | undefined;
  /** Whether one more call that was simply answered is to be noted; those of which there is something to tell always are. */
  readonly isNoted?: (() => boolean) | undefined;
  /** What a call is marked with when it begins: see {@link NotedCall.mark}. */
  readonly mark?: (() => number) | undefined;
}

export type AnswerWatcher = (method: Method, result: unknown) => void;
