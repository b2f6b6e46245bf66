import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Build, Place } from './botyard.ts';
import type { FigureName, Found } from './figures.ts';
import { besideHanging } from './measures/fairness.ts';
import { fetchedByOne, latencyToReaders, readersMemory, sendCost } from './measures/fetching.ts';
import { CALLS, growth } from './measures/growth.ts';
import { idleMemory, messageMemory } from './measures/memory.ts';
import { deliveredInOneChat, latencyToHandler, toBot, toManyBots, toPerson } from './measures/messages.ts';
import { idlePages, toPages } from './measures/pages.ts';
import { historyPage, tokenCost } from './measures/reading.ts';
import { onScreen } from './measures/screen.ts';
import { startBig, startEmpty } from './measures/start.ts';
import type { Scale } from './measures/throughput.ts';
import { inDirectory } from './temporary.ts';

/** Something that is measured. The table of results and the choice of rows are made from these. */
export interface Row {
  /** What chooses it; rows that belong together share one. */
  readonly number: string;
  readonly title: string;
  readonly goal: string;
  /** The figure that says whether a build is better: a comparison goes on until this one is known well enough. */
  readonly decides: FigureName;
  /** The connections with which bare Fastify is measured beside it. */
  readonly beside?: Connections;
  /** One round, in fresh processes. */
  measure(build: Build, scale: Scale): Promise<Found>;
}

export type Connections = 1 | 32;

/** A disk that waits for nothing: what is left is what the program itself costs. */
const MEMORY_DISK = '/dev/shm';

const onDisk = (work: (place: Place) => Promise<Found>) => inDirectory(tmpdir(), (data) => work({ data }));
const onMemoryDisk = (work: (place: Place) => Promise<Found>) => inDirectory(MEMORY_DISK, (data) => work({ data }));
const MEMORY: Place = { memory: true };

const everywhere: readonly Row[] = [
  {
    number: '1',
    title: 'message to a live bot, disk, 32 connections',
    goal: '>= 0.40 x, p99 <= 5 ms',
    decides: 'sent',
    beside: 32,
    measure: (build, scale) => onDisk((place) => toBot(build, place, 32, scale)),
  },
  {
    number: '1p',
    title: 'message from person to person, disk, 32 connections',
    goal: '>= 0.40 x, CPU <= 2.7 x',
    decides: 'sent',
    beside: 32,
    measure: (build, scale) => onDisk((place) => toPerson(build, place, 32, scale)),
  },
  {
    number: '1d',
    title: 'burst into one chat with a live bot, disk',
    goal: '',
    decides: 'delivered',
    beside: 32,
    measure: (build, scale) => onDisk((place) => deliveredInOneChat(build, place, scale)),
  },
  {
    number: '2',
    title: 'message to a live bot, disk, 1 connection',
    goal: '>= 0.20 x',
    decides: 'sent',
    beside: 1,
    measure: (build, scale) => onDisk((place) => toBot(build, place, 1, scale)),
  },
  {
    number: '3',
    title: 'message to a live bot, in memory, 32 connections',
    goal: '>= 0.50 x, p99 <= 3 ms',
    decides: 'sent',
    beside: 32,
    measure: (build, scale) => toBot(build, MEMORY, 32, scale),
  },
  {
    number: '4',
    title: 'message in to event at the handler, 500/s',
    goal: 'p50 <= 5 ms, p99 <= 25 ms',
    decides: 'deliveryP50',
    measure: (build, scale) => onDisk((place) => latencyToHandler(build, place, 500, scale)),
  },
  {
    number: '5',
    title: 'burst to 100 bots, disk; then delivery at 5,000/s',
    goal: '>= 5,000/s sent and delivered, delivery p99 <= 50 ms',
    decides: 'delivered',
    beside: 32,
    measure: (build, scale) => onDisk((place) => toManyBots(build, place, { bots: 100, rate: 5000 }, scale)),
  },
  ...[0, 200, 1000].map(
    (hanging): Row => ({
      number: '6',
      title:
        hanging === 0 ? 'message in to event at bots of each kind, alone' : `the same beside ${hanging} bots that hang`,
      goal: hanging === 0 ? '' : '<= 50 ms later than alone',
      decides: 'newBot',
      measure: (build) => onDisk((place) => besideHanging(build, place, hanging)),
    }),
  ),
  ...Object.entries({
    'message into a long chat': CALLS.send,
    'history page of 20': CALLS.history,
    'search page of 50': CALLS.search,
    'list of 50 recent chats': CALLS.recent,
    'message with a command that works elsewhere': CALLS.command,
  }).map(
    ([title, call]): Row => ({
      number: '8',
      title: `${title}, 1,000,000 messages, 10,000 bots, 100,000 commands`,
      goal: call === CALLS.search ? '<= 1.20 x a small database, p99 <= 20 ms' : '<= 1.20 x a small database',
      decides: 'growth',
      measure: (build, scale) => growth(build, call, scale),
    }),
  ),
  {
    number: '9',
    title: 'start to first answered call, empty',
    goal: '<= 300 ms',
    decides: 'start',
    measure: (build) => startEmpty(build),
  },
  {
    number: '9',
    title: 'start to first answered call, big database',
    goal: '<= 300 ms',
    decides: 'start',
    measure: (build, scale) => startBig(build, scale),
  },
  {
    number: '10',
    title: 'resident memory, idle',
    goal: '<= 120 MB',
    decides: 'idleMemory',
    measure: (build) => idleMemory(build),
  },
  {
    number: '10',
    title: 'resident memory per message kept in memory',
    goal: '<= 1 kB',
    decides: 'messageMemory',
    measure: (build, scale) => messageMemory(build, scale),
  },
  {
    number: '11',
    title: 'message to 200 open pages, disk',
    goal: 'p99 <= 50 ms',
    decides: 'p99',
    measure: (build) => onDisk((place) => toPages(build, place, 200)),
  },
  {
    number: '11',
    title: 'resident memory with 10,000 open pages',
    goal: '<= 600 MB',
    decides: 'idleMemory',
    measure: (build) => onDisk((place) => idlePages(build, place, 10_000)),
  },
  {
    number: '12',
    title: 'message of a bot (imbot.v2.Chat.Message.send), disk, 32 connections',
    goal: 'CPU <= 1.05 x im.message.add',
    decides: 'sendCost',
    measure: (build, scale) => onDisk((place) => sendCost(build, place, 32, scale)),
  },
  {
    number: '13',
    title: 'events fetched by one reader, 100,000 waiting, disk',
    goal: '>= 20,000/s',
    decides: 'fetched',
    measure: (build, scale) => onDisk((place) => fetchedByOne(build, place, scale)),
  },
  {
    number: '13',
    title: 'message in to one of 200 readers that wait, 200/s, disk',
    goal: 'p99 <= 15 ms',
    decides: 'deliveryP50',
    measure: (build, scale) => onDisk((place) => latencyToReaders(build, place, { readers: 200, rate: 200 }, scale)),
  },
  {
    number: '13',
    title: 'resident memory of 1,000 readers that wait, disk',
    goal: '<= 100 MB',
    decides: 'readersMemory',
    measure: (build) => onDisk((place) => readersMemory(build, place, 1000)),
  },
  {
    number: 'page',
    title: 'the messenger in a browser, a chat of 100,000 messages',
    goal: 'usable <= 500 ms, another chat <= 100 ms, no long task, on two screens <= 100 ms',
    decides: 'usable',
    measure: (build, scale) => inDirectory(tmpdir(), (data) => onScreen(build, data, scale.keptMessages)),
  },
  {
    number: 'history',
    title: 'history page of 20 messages, in memory, 32 connections',
    goal: 'CPU <= 12 x',
    decides: 'processor',
    beside: 32,
    measure: (build, scale) => historyPage(build, 32, scale),
  },
  {
    number: 'token',
    title: 'processor time of `profile` with an access token',
    goal: '<= 1.00 x the same through a webhook',
    decides: 'tokenCost',
    measure: (build, scale) => tokenCost(build, 32, scale),
  },
];

const onMemoryFileSystem: readonly Row[] = [
  {
    number: '1a',
    title: 'message to a live bot, memory file system, 32 connections',
    goal: '',
    decides: 'sent',
    beside: 32,
    measure: (build, scale) => onMemoryDisk((place) => toBot(build, place, 32, scale)),
  },
  {
    number: '2a',
    title: 'message to a live bot, memory file system, 1 connection',
    goal: '',
    decides: 'sent',
    beside: 1,
    measure: (build, scale) => onMemoryDisk((place) => toBot(build, place, 1, scale)),
  },
];

export const ROWS: readonly Row[] = existsSync(MEMORY_DISK) ? [...everywhere, ...onMemoryFileSystem] : everywhere;
