import type { RequestListener } from 'node:http';

/** The address of a server, and what of it is asked for. */
const WHOLE = /^https?:\/\/([^/?#]*)(.*)$/i;

/**
 * A request may name what it asks for by its whole address, as clients do that take the server for a proxy (PHP's
 * `request_fulluri`): RFC 9112, 3.2.2, wants it to be served, and the host in it to count.
 */
export function takingWholeTargets(listener: RequestListener): RequestListener {
  return (request, response) => {
    const { url = '/' } = request;
    const [, host, rest = ''] = (url.startsWith('/') ? undefined : WHOLE.exec(url)) ?? [];
    if (host !== undefined) {
      request.headers.host = host;
      request.url = rest.startsWith('/') ? rest : `/${rest}`;
    }
    listener(request, response);
  };
}
