/** Any will do: it only shows whether an address stays where it is. */
const HERE = 'http://localhost';

/**
 * A path of ours that somebody is to be led to, or the start page: an address that leads away, in whatever guise
 * (`//host`, `/\host`, `/<tab>/host`, `https:host`), would have us vouch for a page of somebody else.
 */
export function localPath(text: string): string {
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) || !URL.canParse(text, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(text, HERE);
  // `/..//host` becomes `//host` on the way.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : '/';
}

/** Where one signs in, to be led on to a path of ours afterwards. */
export function loginPath(next: string): string {
  return `/login?next=${encodeURIComponent(next)}`;
}
