import type { Dropped } from '../definition/field.ts';
import type { FileContent } from '../definition/file-content.ts';
import type { NotedCall } from './noted-call.ts';
import type { TimeBlock } from './time-block.ts';

/** Calls a method as the same caller; the answer is an envelope, never an exception. */
export type Call = (name: string, params: Readonly<Record<string, unknown>>) => Promise<CallAnswer>;

/** A result with what stands beside it, or an error. */
export type Envelope = {
  readonly result?: unknown;
  readonly total?: number;
  readonly next?: number;
  readonly error?: string;
  readonly error_description?: string;
  readonly error_details?: string;
  readonly argument?: string;
  readonly time?: TimeBlock;
};

export interface CallAnswer {
  readonly status: number;
  readonly body: Envelope;
  /** In the place of the body. */
  readonly file?: FileContent;
  /** What was left out of what was sent, for those who watch the portal: it is not told on the wire (R48). */
  readonly dropped?: readonly Dropped[];
  /** How it is noted, where somebody notes calls. */
  noted?: NotedCall;
}
