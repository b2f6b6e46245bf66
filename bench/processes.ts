import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BotReport } from './bot.ts';
import type { LoadPlan, LoadResult } from './load.ts';

/** A process of the benchmark itself; it speaks by messages and ends with its parent. */
export interface Part<Answer> {
  readonly pid: number;
  /** The port that it listens on, if it does. */
  readonly port: number;
  ask(question: object | string): Promise<Answer>;
  stop(): Promise<void>;
}

async function startPart<Answer>(name: string): Promise<Part<Answer>> {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const child = fork(file, { execArgv: ['--import', 'tsx'] });
  const [hello] = await once(child, 'message');
  return {
    pid: child.pid ?? 0,
    port: Number(hello),
    async ask(question) {
      const stop = new AbortController();
      const answer = Promise.race([once(child, 'message', stop), ended(child, stop)]);
      child.send(question);
      try {
        return (await answer)[0];
      } finally {
        stop.abort();
      }
    },
    async stop() {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}

async function ended(child: ChildProcess, stop: AbortController): Promise<never> {
  const [code] = await once(child, 'exit', stop);
  throw new Error(`A part of the benchmark ended with ${code}`);
}

export const startBot = () => startPart<BotReport>('bot');
export const startBareFastify = () => startPart<never>('bare-fastify');

export async function load(plan: LoadPlan): Promise<LoadResult> {
  const part = await startPart<LoadResult>('load');
  const result = await part.ask(plan);
  await part.stop();
  return result;
}

/** A portal as users start it: the built one, by its command. */
export interface Portal {
  readonly pid: number;
  readonly url: string;
  readonly webhooks: readonly { readonly userId: number; readonly url: string }[];
  call(userId: number, method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  stop(): Promise<void>;
}

/** Where a portal keeps its data: a directory, or nowhere. */
export type Place = { readonly data: string } | { readonly memory: true };

/** Servers do not end with this process by themselves. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The program as users call it. */
export const COMMAND = fileURLToPath(new URL('../packages/server/bin/botyard.mjs', import.meta.url));

export async function startPortal(place: Place): Promise<Portal> {
  const where = 'data' in place ? ['--data', place.data] : ['--memory'];
  const args = [COMMAND, 'start', '--json', '--port', '0', '--no-examples', ...where];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const facts = JSON.parse(await firstLine(child)) as Pick<Portal, 'url' | 'webhooks'>;
  return {
    pid: child.pid ?? 0,
    url: facts.url,
    webhooks: facts.webhooks,
    async call(userId, method, params = {}) {
      const webhook = facts.webhooks.find((one) => one.userId === userId);
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${webhook?.url}${method}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(params),
      });
      const answer = (await response.json()) as { result?: unknown; error?: string };
      if (answer.error !== undefined) throw new Error(`${method}: ${JSON.stringify(answer)}`);
      return answer.result;
    },
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The portal has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The portal ended before it answered');
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
