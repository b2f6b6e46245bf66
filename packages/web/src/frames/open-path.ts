import type { Router } from 'vue-router';

/** Milliseconds between two looks at whether a window was closed: it does not tell. */
const LOOKS = 400;

/** Addresses of other portals that have a page of ours. */
const KNOWN: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^\/company\/personal\/user\/(\d+)\/?$/, (id) => `/chat/${id}`],
  [/^\/online\/?$/, () => '/'],
];

/** The page of ours that a path of a portal leads to; undefined: there is none. */
function ownPathOf(path: string, router: Router): string | undefined {
  if (!path.startsWith('/')) return undefined;
  const url = URL.canParse(path, location.origin) ? new URL(path, location.origin) : undefined;
  if (url?.origin !== location.origin) return undefined;
  const dialogId = url.searchParams.get('IM_DIALOG');
  if (dialogId !== null && /^(?:chat)?\d+$/.test(dialogId)) return `/chat/${dialogId}`;
  for (const [pattern, own] of KNOWN) {
    const found = pattern.exec(url.pathname);
    if (found) return own(found[1] ?? '');
  }
  return router.resolve(url.pathname).name === 'nothing' ? undefined : url.pathname;
}

/** Opens a page of the portal beside the application, and waits until it is closed. */
export async function openPath(
  path: string,
  router: Router,
): Promise<{ result: 'close' | 'error'; errorCode?: string }> {
  const own = ownPathOf(path, router);
  const opened = own === undefined ? null : window.open(own);
  if (!opened) return { result: 'error', errorCode: 'PATH_NOT_AVAILABLE' };
  while (!opened.closed) await new Promise((resolve) => setTimeout(resolve, LOOKS));
  return { result: 'close' };
}
