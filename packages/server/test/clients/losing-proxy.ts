import { once } from 'node:events';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface LosingProxy {
  readonly url: string;
  /** Answers that came from the portal. */
  readonly answers: number[];
  close(): void;
}

/** A proxy in front of a portal that loses the first `losses` answers to calls of `method`: the portal did its work. */
export async function losingProxy(
  portal: string,
  { key, cert }: { readonly key: string; readonly cert: string },
  method: string,
  losses: number,
): Promise<LosingProxy> {
  const answers: number[] = [];
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '', portal);
    const options = { method: incoming.method, headers: incoming.headers, ca: cert };
    const forwarded = request(url, options, (answer) => {
      answers.push(answer.statusCode ?? 0);
      if (url.pathname.includes(method) && answers.length <= losses) {
        answer.resume().once('end', () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    answers,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
