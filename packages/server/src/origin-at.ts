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

/** Where it can be called, without a port that goes without saying. */
export function originAt(scheme: 'http' | 'https', host: string, port: number): string {
  return new URL(`${scheme}://${reachable(host)}:${port}`).origin;
}

/** Listening everywhere is no address to call. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
}
