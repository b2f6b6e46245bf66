import type { WorstRequest } from './requests.ts';
import type { Settled } from './settle.ts';

/** As many as may wait for their turn, and more than a packet can hold. */
const MOST = 100;
const THOUSANDS = 2_400;

export function floods({ webhook, chatId }: Settled): WorstRequest[] {
  const flood = (name: string, times: number, path: string, params?: object): WorstRequest => ({
    name: `flood: ${times} times ${name}`,
    times,
    verb: params ? 'POST' : 'GET',
    path,
    headers: params ? { 'content-type': 'application/json' } : {},
    body: () => (params ? JSON.stringify(params) : ''),
  });
  const dialog = `chat${chatId}`;
  const batchOf = (command: string) => ({ cmd: Array(50).fill(command) });
  return [
    flood('the smallest request', THOUSANDS, '/'),
    flood('how it is', MOST, '/health'),
    flood('a call', MOST, `${webhook}profile`),
    flood('a long message', MOST, `${webhook}im.message.add`, { DIALOG_ID: dialog, MESSAGE: 'ä'.repeat(20_000) }),
    flood('a message of mentions', MOST, `${webhook}im.message.add`, {
      DIALOG_ID: dialog,
      MESSAGE: '[USER=1]'.repeat(2_500),
    }),
    flood('a batch of 50 calls', MOST, `${webhook}batch`, batchOf('profile')),
    flood(
      'a batch of 50 histories',
      10,
      `${webhook}batch`,
      batchOf(`im.dialog.messages.get?DIALOG_ID=${dialog}&LIMIT=50`),
    ),
    flood('a search for people', MOST, `${webhook}user.get`, { FILTER: { '%NAME': 'person' } }),
  ];
}
