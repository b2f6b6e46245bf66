import { request } from 'node:http';
import type { Answer } from '../world.ts';

/** A call as somebody; what it takes to be that somebody is in it. */
export type Send = (method: string, params: Readonly<Record<string, unknown>>) => Promise<Answer>;

/** Where a portal is called: what its host is has to be said, since all of them are at one address here. */
export interface Door {
  readonly url: string;
  readonly host: string;
}

/** Calls as the webhook, or whatever stands in its place in the address. */
export function through(
  { url, host }: Door,
  credentials: string,
  auth?: string,
  headers: Readonly<Record<string, string>> = {},
): Send {
  return (method, params) =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${url}/rest/${credentials}${credentials === '' ? '' : '/'}${method}`,
        { method: 'POST', headers: { host, 'content-type': 'application/json', ...headers } },
        async (response) => {
          const text = Buffer.concat(await response.toArray()).toString();
          const isFile = response.headers['content-disposition'] !== undefined;
          resolve({ status: response.statusCode ?? 0, body: isFile ? { result: text } : JSON.parse(text) });
        },
      );
      sent.once('error', reject);
      sent.end(JSON.stringify(auth === undefined ? params : { ...params, auth }));
    });
}

/** The result, or a failed test. */
export async function result(send: Send, method: string, params: Readonly<Record<string, unknown>>): Promise<never> {
  const { status, body } = await send(method, params);
  if (status !== 200) throw new Error(`${method} answered ${status} ${JSON.stringify(body)}`);
  return body.result as never;
}
