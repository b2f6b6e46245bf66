import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BotReport } from './bot.ts';
import type { KindsReport } from './kinds-of-bots.ts';
import type { LoadPlan, LoadResult } from './load.ts';
import type { PagesPlan, PagesReport } from './open-pages.ts';
import type { ReadersPlan } from './waiting-readers.ts';

/** Whatever this process started and what still runs: it must not outlive the benchmark. */
const running = new Set<ChildProcess>();

export function track(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** A program that was started here failed; the message is what it said, and where it was called is of no interest. */
export class ProgramFailed extends Error {}

/** Runs a command to its end and answers what it printed; what went wrong is in the message of the error. */
export async function run(command: string, args: readonly string[], directory: string): Promise<string> {
  const child = track(spawn(command, args, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] }));
  const printed: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new ProgramFailed(`${command} ${args[0]} failed: ${complaint(complaints)}`);
  return Buffer.concat(printed).toString();
}

/** What a program said when it failed. It says first what is wrong; advice and stacks follow. */
export function complaint(output: readonly Buffer[]): string {
  const lines = Buffer.concat(output).toString().trim().split('\n');
  return lines.slice(0, 12).join('\n') || 'it said nothing';
}

/** A process of the benchmark itself; it speaks by messages and ends with its parent. */
interface Part<Question extends object | string, Answer> {
  readonly pid: number;
  /** The ports that it listens on. */
  readonly ports: readonly number[];
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

async function startPart<Question extends object | string, Answer>(
  name: string,
  args: readonly string[] = [],
): Promise<Part<Question, Answer>> {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const child = track(fork(file, args, { execArgv: ['--import', 'tsx'] }));
  const ports = (await answerOf(child)) as readonly number[];
  return {
    pid: child.pid ?? 0,
    ports,
    async ask(question) {
      const answer = answerOf(child);
      child.send(question);
      return (await answer) as Answer;
    },
    async stop() {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const stop = new AbortController();
  try {
    const [answer] = await Promise.race([once(child, 'message', stop), ended(child, stop)]);
    return answer;
  } finally {
    stop.abort();
  }
}

async function ended(child: ChildProcess, stop: AbortController): Promise<never> {
  const [code] = await once(child, 'exit', stop);
  throw new Error(`A part of the benchmark ended with ${code}`);
}

export type Bot = Part<'report' | 'forget', BotReport>;

export type KindsOfBots = Part<'report', KindsReport>;

/** Handlers of every kind, also of those that never answer. */
export const startKindsOfBots = (): Promise<KindsOfBots> => startPart('kinds-of-bots');

/** Handlers of so many bots, each at a port of its own. */
export const startBots = (count: number): Promise<Bot> => startPart('bot', [String(count)]);
/** Programs of bots that wait for their events. */
export type Readers = Part<ReadersPlan | 'report' | 'forget', BotReport>;
export const startReaders = (): Promise<Readers> => startPart('waiting-readers');
/** Pages of the messenger that are open. */
export const startPages = () => startPart<PagesPlan, PagesReport>('open-pages');
export const startBareFastify = () => startPart<never, never>('bare-fastify');

/** `begins` is called when the load is ready and sends its first request. */
export async function load(plan: LoadPlan, begins?: () => void): Promise<LoadResult> {
  const part = await startPart<LoadPlan, LoadResult>('load');
  begins?.();
  const result = await part.ask(plan);
  await part.stop();
  return result;
}

/** Resident memory of a process in bytes. */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

/** Processor time that a process has used so far, in microseconds; the kernel counts it in hundredths of a second. */
export function processorTimeOf(pid: number): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10_000;
}
