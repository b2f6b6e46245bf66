import { Agent, request } from 'node:http';
import type { WorstRequest } from './requests.ts';
import type { Settled } from './settle.ts';

const agent = new Agent({ keepAlive: true });

/** Sends it, and answers with the status; 0: hung up on. */
export function send({ url }: Pick<Settled, 'url'>, { verb, path, headers, body }: WorstRequest): Promise<number> {
  return new Promise((resolve) => {
    const content = body();
    const all = { ...headers, ...(content.length > 0 && { 'content-length': Buffer.byteLength(content) }) };
    const sent = request(url + path, { method: verb, headers: all, agent }, (answer) => {
      answer.resume().once('close', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', () => resolve(0)).end(content);
  });
}
