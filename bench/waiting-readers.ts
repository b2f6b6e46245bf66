import { Agent, request } from 'node:http';
import type { BotReport } from './bot.ts';
import { Histogram } from './histogram.ts';
import { machineClock, SENT_AT } from './stamp.ts';

/*
 * Programs of bots that fetch their events, all in one process: each waits in Event.get, asks again at once with what it
 * was told to go on with, and measures how old the messages are that it is told of.
 */

export interface ReadersPlan {
  /** Of Event.get. */
  readonly address: string;
  /** What the calls of each name. */
  readonly bots: readonly Readonly<Record<string, unknown>>[];
}

/** Seconds; the most that is waited. */
const WAIT = 25;
const MESSAGE_ADD = /"type":"ONIMBOTV2MESSAGEADD"/g;

const agent = new Agent({ keepAlive: true, noDelay: true });
let messages = 0;
let lastAt = 0;
let ages = new Histogram();

/** Answers when everybody has got what there was, and waits. */
async function begin({ address, bots }: ReadersPlan): Promise<void> {
  for (const bot of bots) {
    const { offset } = await fetchEvents(address, { ...bot, limit: 1000 });
    goOn(address, { ...bot, offset, wait: WAIT });
  }
}

function goOn(address: string, params: Readonly<Record<string, unknown>>): void {
  fetchEvents(address, params).then(
    ({ offset }) => goOn(address, { ...params, offset }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}

async function fetchEvents(address: string, params: object): Promise<{ readonly offset: number }> {
  const text = await post(address, JSON.stringify(params));
  const [, offset] = /"nextOffset":(\d+)/.exec(text) ?? [];
  if (offset === undefined) throw new Error(`Event.get answered ${text.slice(0, 300)}`);
  take(text);
  return { offset: Number(offset) };
}

function take(text: string): void {
  const came = text.match(MESSAGE_ADD)?.length ?? 0;
  if (came === 0) return;
  messages += came;
  lastAt = machineClock();
  for (const [, digits = ''] of text.matchAll(STAMP))
    ages.add(Number(process.hrtime.bigint() - BigInt(Number.parseInt(digits, 10))) / 1e6);
}

const STAMP = new RegExp(`${SENT_AT}(\\d{20})`, 'g');

function post(address: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(address, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.once('end', () => resolve(text)).once('error', reject);
    });
    sent.once('error', reject).end(body);
  });
}

process.on('message', async (wish: ReadersPlan | 'report' | 'forget') => {
  if (wish === 'forget') {
    messages = 0;
    ages = new Histogram();
  } else if (wish !== 'report') await begin(wish);
  const report: BotReport = { messages, lastAt, p50: ages.at(0.5), p99: ages.at(0.99) };
  process.send?.(report);
});
process.on('disconnect', () => process.exit());
process.send?.([]);
