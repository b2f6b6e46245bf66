import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Proofs } from './proofs.ts';
import type { Latency, Memory, Scale, Sent, Throughput } from './rows.ts';

/** What each step found, round by round. */
export interface Findings {
  readonly flushes: readonly number[];
  readonly fastify32: readonly Throughput[];
  readonly disk32: readonly Sent[];
  readonly fastify1: readonly Throughput[];
  readonly disk1: readonly Sent[];
  readonly memory32: readonly Sent[];
  readonly latency: readonly Latency[];
  readonly proofs: readonly Proofs[];
  readonly startEmpty: readonly number[];
  readonly startBig: readonly number[];
  readonly memory: readonly Memory[];
  readonly memoryDisk32?: readonly Sent[];
  readonly memoryDisk1?: readonly Sent[];
}

export interface Setting {
  readonly rounds: number;
  readonly scale: Scale;
  readonly bigDatabase: number;
}

/** The tables, and whether every message that was accepted was stored and delivered. */
export function report(findings: Findings, setting: Setting): { text: string; isWhole: boolean } {
  const { fastify32, fastify1, disk32, disk1, memory32, memoryDisk32, memoryDisk1 } = findings;
  const sent: readonly SentRow[] = [
    ['1', 'disk, 32 connections', '>= 0.40 x, p99 <= 5 ms', disk32, fastify32],
    ['2', 'disk, 1 connection', '>= 0.20 x', disk1, fastify1],
    ['3', 'in memory, 32 connections', '>= 0.50 x, p99 <= 3 ms', memory32, fastify32],
    ...(memoryDisk32 ? [['1a', 'memory file system, 32 connections', '', memoryDisk32, fastify32] as const] : []),
    ...(memoryDisk1 ? [['2a', 'memory file system, 1 connection', '', memoryDisk1, fastify1] as const] : []),
  ];
  const rounds = sent.flatMap(([, , , found]) => found);
  const isWhole = rounds.every(({ accepted, stored, delivered }) => accepted === stored && stored === delivered);
  const text = [
    `${machine(findings)}; ${setting.rounds} rounds of ${setting.scale.duration / 1000} s, medians.`,
    '',
    ...throughputTable(findings, sent),
    '',
    ...otherTable(findings, setting),
    '',
    isWhole
      ? 'Every message that was accepted was stored and delivered.'
      : 'NOT every message that was accepted was stored and delivered:',
    ...(isWhole ? [] : rounds.map(({ accepted, stored, delivered }) => `- ${accepted} / ${stored} / ${delivered}`)),
  ].join('\n');
  return { text, isWhole };
}

type SentRow = readonly [string, string, string, readonly Sent[], readonly Throughput[]];

function throughputTable({ fastify32, fastify1 }: Findings, sent: readonly SentRow[]): string[] {
  const bare = (name: string, found: readonly Throughput[]) =>
    line('', `bare Fastify, ${name}`, '', ...throughputCells(found, found), '');
  return [
    line(
      'row',
      '`im.message.add` to a bot that is alive',
      'goal',
      'requests/s',
      'x Fastify',
      'p50 ms',
      'p99 ms',
      'CPU us/request',
      'accepted = stored = delivered',
    ),
    '|---|---|---|---|---|---|---|---|---|',
    bare('32 connections', fastify32),
    bare('1 connection', fastify1),
    ...sent.map(([row, name, goal, found, base]) => {
      const { accepted, stored, delivered } = found.at(-1) as Sent;
      return line(row, name, goal, ...throughputCells(found, base), `${accepted} = ${stored} = ${delivered}`);
    }),
  ];
}

function throughputCells(found: readonly Throughput[], base: readonly Throughput[]): string[] {
  const rate = medianOf(found, (one) => one.rate);
  // Round by round: a machine that is busy in one of them is busy for both.
  const ratio = median(found.map((one, round) => one.rate / (base[round]?.rate ?? Number.NaN)));
  return [
    Math.round(rate).toLocaleString('en'),
    ratio.toFixed(2),
    medianOf(found, (one) => one.p50).toFixed(2),
    medianOf(found, (one) => one.p99).toFixed(2),
    medianOf(found, (one) => one.processor).toFixed(0),
  ];
}

function otherTable(
  { latency, proofs, startEmpty, startBig, memory }: Findings,
  { bigDatabase, scale }: Setting,
): string[] {
  const milliseconds = (found: readonly number[]) => `${Math.round(median(found))} ms`;
  return [
    line('row', 'what', 'goal', 'measured'),
    '|---|---|---|---|',
    line(
      '4',
      'message in to event at the handler, 500/s',
      'p50 <= 5 ms, p99 <= 25 ms',
      `p50 ${medianOf(latency, (one) => one.p50).toFixed(2)} ms, p99 ${medianOf(latency, (one) => one.p99).toFixed(2)} ms`,
    ),
    line(
      '',
      'processor time of `profile` with an access token, against the same through a webhook',
      '<= 1.00 x',
      `${medianOf(proofs, ({ oauth, webhook }) => oauth.processor / webhook.processor).toFixed(2)} x (${cpuOf(proofs, 'oauth')} us, ${cpuOf(proofs, 'webhook')} us)`,
    ),
    line('9', 'start to first answered call, empty', '<= 300 ms', milliseconds(startEmpty)),
    line('9', `the same with ${bigDatabase.toLocaleString('en')} messages`, '<= 300 ms', milliseconds(startBig)),
    line('10', 'resident memory, idle', '<= 120 MB', `${Math.round(medianOf(memory, (one) => one.idle) / 1e6)} MB`),
    line(
      '10',
      `resident memory per message kept in memory (${scale.messages.toLocaleString('en')} of them)`,
      '<= 1 kB',
      `${Math.round(medianOf(memory, (one) => one.perMessage))} bytes`,
    ),
  ];
}

function cpuOf(found: readonly Proofs[], kind: keyof Proofs): string {
  return medianOf(found, (one) => one[kind].processor).toFixed(0);
}

function machine({ flushes }: Findings): string {
  const { version } = JSON.parse(
    readFileSync(new URL('../node_modules/fastify/package.json', import.meta.url), 'utf8'),
  );
  const all = cpus();
  return [
    `${all.length} x ${all[0]?.model.trim() ?? 'processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `disk: ${Math.round(median(flushes)).toLocaleString('en')} flushes/s`,
    `Node ${process.versions.node}`,
    `Fastify ${version}`,
  ].join(', ');
}

function line(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function medianOf<T>(found: readonly T[], value: (one: T) => number): number {
  return median(found.map(value));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
