export interface LinkMaker {
  readonly auth: 'webhook' | 'oauth' | 'session';
  /** Of the webhook or the application; 0: it was one of our own pages. */
  readonly id: number;
}

/** What a link lets its holder do, without saying who they are. */
export interface FileLink {
  readonly kind: 'download' | 'preview' | 'upload' | 'picture';
  readonly portalId: number;
  /** Who was given it; 0: it is for everybody. */
  readonly userId: number;
  /** The file, the folder that something is brought into, or the message behind whose link the picture is. */
  readonly id: number;
  /** Of an upload: a name that is taken gets a number. */
  readonly isRenaming: boolean;
  /** Of an upload: through what it was given out, and so counts whatever is sent to it. */
  readonly by?: LinkMaker | undefined;
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

/** Seconds since 1970, the most that a link can say: what it leads to stays. */
export const FOR_EVER = 0xffff_ffff;

export function linkExpiry(now: number): number {
  return Math.ceil((now + GOOD_FOR) / 1000);
}
