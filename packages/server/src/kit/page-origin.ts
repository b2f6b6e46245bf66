/**
 * A name for the pages of a portal that is reached on its own machine. Browsers send cookies to every port of a host
 * name: pages at 127.0.0.1 would give the cookie of their visitor to any other program there, such as an application
 * that is being developed. Browsers find names that end in .localhost on the machine itself, without asking anybody.
 */
export const OWN_NAME = 'botyard.localhost';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether it is a name that programs of the same machine share. Without port, in lower case. */
export function isSharedName(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}

/** Where people open the pages of a portal that listens at `origin`. */
export function pageOrigin(origin: string): string {
  const url = new URL(origin);
  if (!isSharedName(url.hostname)) return origin;
  url.hostname = OWN_NAME;
  return url.origin;
}
