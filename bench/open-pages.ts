import { once } from 'node:events';
import { WebSocket } from 'ws';
import { Histogram } from './histogram.ts';

/*
 * Pages that are open, as a process of its own: connections of the feed that browsers use. Where it is asked to, it has
 * messages written and counts how long each takes to every page.
 */

export interface PagesPlan {
  /** Where pages are opened, without a slash at the end. */
  readonly origin: string;
  /** Of those who are signed in; each opens as many pages. */
  readonly cookies: readonly string[];
  readonly pagesOfEach: number;
  /** One after the other, each when all pages have seen the one before. */
  readonly messages?: { readonly address: string; readonly body: string; readonly count: number };
}

export interface PagesReport {
  readonly open: number;
  /** Milliseconds from the call to a page; 0 without messages. */
  readonly p50: number;
  readonly p99: number;
}

/** Connections that are opened at the same time. */
const AT_ONCE = 50;

async function run({ origin, cookies, pagesOfEach, messages }: PagesPlan): Promise<PagesReport> {
  const wanted = cookies.flatMap((cookie) => Array<string>(pagesOfEach).fill(cookie));
  const pages: WebSocket[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE)
    pages.push(...(await Promise.all(wanted.slice(from, from + AT_ONCE).map((cookie) => open(origin, cookie)))));
  const latencies = new Histogram();
  for (let count = 0; count < (messages?.count ?? 0); count += 1) await message(messages, pages, latencies);
  return { open: pages.length, p50: latencies.at(0.5), p99: latencies.at(0.99) };
}

async function open(origin: string, cookie: string): Promise<WebSocket> {
  const { host } = new URL(origin);
  const socket = new WebSocket(`ws://${host}/live`, { headers: { cookie, origin }, perMessageDeflate: false });
  // Until it is told where it stands, it would miss what happens.
  await once(socket, 'message');
  return socket;
}

async function message(
  messages: PagesPlan['messages'],
  pages: readonly WebSocket[],
  latencies: Histogram,
): Promise<void> {
  if (!messages) return;
  const began = performance.now();
  const seen = pages.map(async (page) => {
    for (let kind = ''; kind !== 'message'; ) {
      const [data] = await once(page, 'message');
      ({ kind } = JSON.parse(String(data)));
    }
    latencies.add(performance.now() - began);
  });
  const headers = { 'content-type': 'application/json' };
  await fetch(messages.address, { method: 'POST', headers, body: messages.body });
  await Promise.all(seen);
}

process.on('message', (plan: PagesPlan) => {
  run(plan).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit());
process.send?.([]);
