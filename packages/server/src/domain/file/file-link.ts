/** What a link lets its holder do, without saying who they are. */
export interface FileLink {
  readonly kind: 'download' | 'preview' | 'upload';
  readonly portalId: number;
  /** Who was given it. */
  readonly userId: number;
  /** The file, or the folder that something is brought into. */
  readonly id: number;
  /** Of an upload: a name that is taken gets a number. */
  readonly isRenaming: boolean;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** Milliseconds that a link is good for; until then it may be used again (V58). */
const GOOD_FOR = 15 * 60_000;

/** Reads and writes links; nobody else can make one. */
export interface LinkCodec {
  write(link: FileLink): string;
  read(text: string): FileLink | undefined;
}

export function linkExpiry(now: number): number {
  return Math.ceil((now + GOOD_FOR) / 1000);
}
