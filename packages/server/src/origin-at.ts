import { pageOrigin } from '#kit/page-origin.ts';

/** Where a portal is reached; all of it is known once it listens. */
export interface Origin {
  /** From outside. */
  url: string;
  /** The same where it was given a name; undefined: it has as many as its machine. */
  named: string | undefined;
  /** From the same machine. */
  address: string;
  /** Where people open its pages. */
  pages: string;
}

/** What is known of it before it listens. */
export function originOf(publicUrl: string | undefined): Origin {
  return { url: publicUrl ?? '', named: publicUrl, address: '', pages: publicUrl ?? '' };
}

interface Listening {
  readonly isEncrypted: boolean;
  readonly host: string;
  readonly port: number;
  /** The one that its certificate is good for. */
  readonly name: string | undefined;
}

/** The rest of it. */
export function listensAt(origin: Origin, { isEncrypted, host, port, name }: Listening): void {
  const scheme = isEncrypted ? 'https' : 'http';
  origin.address = originAt(scheme, host, port);
  origin.named ??= name && originAt(scheme, name, port);
  // A handler must be able to call back (R24); before the port is known there is nothing to say to it.
  origin.url ||= origin.named ?? origin.address;
  origin.pages ||= origin.named ?? pageOrigin(origin.address);
}

/** Where it can be called, without a port that goes without saying. */
export function originAt(scheme: 'http' | 'https', host: string, port: number): string {
  return new URL(`${scheme}://${reachable(host)}:${port}`).origin;
}

/** Listening everywhere is no address to call. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
}
