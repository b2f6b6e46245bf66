/** In whose name, and of which application, a token lets its bearer act. */
export interface Holder {
  readonly portalId: number;
  readonly applicationId: number;
  readonly userId: number;
}

export interface AccessToken extends Holder {
  /** Seconds since 1970. */
  readonly expires: number;
  /** Tells apart what was given out in one second: 8 hexadecimal digits. */
  readonly mark: string;
}

export interface RefreshToken extends Holder {
  /** Seconds since 1970. */
  readonly expires: number;
  /** All that came out of one grant: 16 hexadecimal digits. */
  readonly family: string;
  /** The how manieth of its family. */
  readonly number: number;
}

/** Writes and reads tokens. They carry what they say and a signature, so that giving one out costs no row (R23). */
export interface TokenCodec {
  access(token: AccessToken): string;
  refresh(token: RefreshToken): string;
  /** undefined: none of ours. Whether it has expired is the reader's to ask. */
  readAccess(text: string): AccessToken | undefined;
  readRefresh(text: string): RefreshToken | undefined;
}

/** Seconds that an access token is good for. */
export const ACCESS_LIFETIME = 3600;

/** As short as they are ever made; seconds. */
export const SHORTEST_LIFETIME = 5;
/** Seconds that a refresh token is good for. */
export const REFRESH_LIFETIME = 180 * 24 * 3600;
