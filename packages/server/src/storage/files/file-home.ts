import type { Readable } from 'node:stream';
import { StoreUnavailable } from '../session.ts';

/**
 * Where the bytes of files are kept. A key is made of random digits; names never come here, since systems disagree on
 * what may be in one.
 */
export interface FileHome {
  /** A place for bytes that come one after the other. Nobody sees them until they are kept. */
  draft(): Promise<Draft>;
  /**
   * Its bytes, or some of them.
   *
   * @throws FileGone when there is nothing under that key
   */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** What is not there any more is no error. */
  remove(key: string): Promise<void>;
}

/** Both ends are in it. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

export interface Draft {
  write(bytes: Uint8Array): Promise<void>;
  /** Puts it under that key: whole or not at all, and on the disk when it resolves. */
  keep(key: string): Promise<void>;
  /** Nothing is left of it, unless it was kept. */
  discard(): Promise<void>;
}

export class FileGone extends Error {
  override readonly name = 'FileGone';
}

/** The place for files takes no more: its disk is full, or another machine does not answer. */
export class FileNotKept extends StoreUnavailable {
  override readonly name: string = 'FileNotKept';
}
