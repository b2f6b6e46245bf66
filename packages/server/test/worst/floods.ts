import type { WorstRequest } from './requests.ts';
import type { Settled } from './settle.ts';

/** As many as may wait for their turn, and more than a packet can hold. */
const MOST = 100;
const THOUSANDS = 3_600;
const CHUNKS = 100_000;
/** Connections at once. */
const MANY = 50;

export function floods({ webhook, chatId }: Settled): WorstRequest[] {
  const flood = (name: string, times: number, path: string, params?: object): WorstRequest => ({
    name: `flood: ${times} times ${name}`,
    times,
    verb: params ? 'POST' : 'GET',
    path,
    headers: params ? { 'content-type': 'application/json' } : {},
    body: () => (params ? JSON.stringify(params) : ''),
  });
  const spread = (name: string, path: string, params?: object): WorstRequest => ({
    ...flood(name, 1, path, params),
    name: `flood: ${name} on ${MANY} connections`,
    connections: MANY,
  });
  const dialog = `chat${chatId}`;
  const history = { DIALOG_ID: dialog, LIMIT: 50 };
  const batchOf = (command: string) => ({ cmd: Array(50).fill(command) });
  const batchOfHistories = batchOf(`im.dialog.messages.get?DIALOG_ID=${dialog}&LIMIT=50`);
  const inChunks: WorstRequest = {
    ...flood('a body in chunks of a byte', 1, `${webhook}profile`, {}),
    headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
    body: () => `${'1\r\n \r\n'.repeat(CHUNKS)}2\r\n{}\r\n0\r\n\r\n`,
  };
  return [
    inChunks,
    { ...inChunks, name: `${inChunks.name} on ${MANY} connections`, connections: MANY },
    spread('a history', `${webhook}im.dialog.messages.get`, history),
    spread('a batch of 50 histories', `${webhook}batch`, batchOfHistories),
    spread('a search for people', `${webhook}user.get`, { FILTER: { '%NAME': 'person' } }),
    spread('4 MB of a text', `${webhook}profile`, { A: 'x'.repeat(4_000_000) }),
    spread('the description of the interface', '/openapi.json'),
    flood('the smallest request', THOUSANDS, '/'),
    flood('how it is', MOST, '/health'),
    flood('a call', MOST, `${webhook}profile`),
    flood('a long message', MOST, `${webhook}im.message.add`, { DIALOG_ID: dialog, MESSAGE: 'ä'.repeat(20_000) }),
    flood('a message of mentions', MOST, `${webhook}im.message.add`, {
      DIALOG_ID: dialog,
      MESSAGE: '[USER=1]'.repeat(2_500),
    }),
    flood('a batch of 50 calls', MOST, `${webhook}batch`, batchOf('profile')),
    flood('a batch of 50 histories', 10, `${webhook}batch`, batchOfHistories),
    flood('a search for people', MOST, `${webhook}user.get`, { FILTER: { '%NAME': 'person' } }),
  ];
}
