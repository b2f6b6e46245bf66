import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BotReport } from './bot.ts';
import type { LoadPlan, LoadResult } from './load.ts';

/** A process of the benchmark itself; it speaks by messages and ends with its parent. */
export interface Part<Answer> {
  /** The first thing it said. */
  readonly hello: number | string;
  readonly pid: number;
  ask(question: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

async function startPart<Answer>(name: string): Promise<Part<Answer>> {
  const child = fork(fileURLToPath(new URL(`${name}.ts`, import.meta.url)), { execArgv: ['--import', 'tsx'] });
  const [hello] = await once(child, 'message');
  return {
    hello,
    pid: child.pid ?? 0,
    async ask(question) {
      const stop = new AbortController();
      const answer = Promise.race([once(child, 'message', stop), ended(child, stop)]);
      child.send(question as object);
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

export const startLoad = () => startPart<LoadResult>('load');
export const startBot = () => startPart<BotReport>('bot');
export const startBareFastify = () => startPart<never>('bare-fastify');

export async function load(plan: LoadPlan): Promise<LoadResult> {
  const part = await startLoad();
  const result = await part.ask(plan);
  await part.stop();
  return result;
}

/** A server as users start it: the built one, by its command. */
export interface Portal {
  readonly url: string;
  readonly pid: number;
  readonly webhooks: readonly { readonly userId: number; readonly url: string }[];
  /** Bytes. */
  memory(): number;
  call(userId: number, method: string, params: Readonly<Record<string, unknown>>): Promise<unknown>;
  stop(): Promise<void>;
}

const COMMAND = fileURLToPath(new URL('../packages/server/bin/botyard.mjs', import.meta.url));

export async function startPortal(where: { readonly data: string } | { readonly memory: true }, nodeOptions: readonly string[] = []): Promise<Portal> {
  const place = 'data' in where ? ['--data', where.data] : ['--memory'];
  const child = spawn(process.execPath, [...nodeOptions, COMMAND, 'start', '--json', '--port', '0', '--no-examples', ...place], { stdio: ['ignore', 'pipe', 'ignore'] });
  const facts = JSON.parse(await firstLine(child)) as Pick<Portal, 'url' | 'webhooks'>;
  return {
    ...facts,
    pid: child.pid ?? 0,
    memory: () => Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * 4096,
    async call(userId, method, params) {
      const webhook = facts.webhooks.find((one) => one.userId === userId);
      const response = await fetch(`${webhook?.url}${method}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) });
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
  if (!child.stdout) throw new Error('The server has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The server ended before it answered');
}
