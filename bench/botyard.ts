import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { complaint, ProgramFailed, run, track } from './processes.ts';

/*
 * All that the benchmark knows of how a build of Botyard is started and called. Builds of other commits are measured
 * too: what is said here must hold for each of them.
 */

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A checkout of Botyard with its packages. The program bundles its sources when it is first started. */
export interface Build {
  readonly name: string;
  readonly root: string;
}

export const THIS_CHECKOUT: Build = { name: 'this checkout', root: ROOT };

/** People of the example portal that `start` makes. */
export const ALICE = 1;
export const BOB = 2;

/** Where a portal keeps its data: a directory, or nowhere. */
export type Place = { readonly data: string } | { readonly memory: true };

/** A portal as users start it: a build's command in a process of its own. */
export interface Portal {
  readonly build: Build;
  readonly place: Place;
  readonly pid: number;
  readonly url: string;
  /** The address of a method in the webhook of this person. */
  addressOf(userId: number, method: string): URL;
  call(userId: number, method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>;
  stop(): Promise<void>;
}

/** The line of JSON that `start --json` prints. */
interface StartFacts {
  readonly url: string;
  readonly webhooks: readonly { readonly userId: number; readonly url: string }[];
}

const commandOf = ({ root }: Build): string => join(root, 'packages/server/bin/botyard.mjs');

/** Commits from before there was a program cannot be measured. */
export function hasProgram(build: Build): boolean {
  return existsSync(commandOf(build));
}

/** Makes the bundle of a build, which its first start does, and what is kept of compiling it. */
export async function prepare(build: Build): Promise<void> {
  await (await startPortal(build, { memory: true })).stop();
}

/** Runs a command of the program beside the portal, such as `app add`. */
export async function command(portal: Portal, args: readonly string[]): Promise<string> {
  return run(process.execPath, [commandOf(portal.build), ...args, ...whereOf(portal)], portal.build.root);
}

function whereOf({ place, url }: Portal): readonly string[] {
  return 'data' in place ? ['--data', place.data] : ['--url', url];
}

export async function startPortal(build: Build, place: Place): Promise<Portal> {
  const where = 'data' in place ? ['--data', place.data] : ['--memory'];
  const args = [commandOf(build), 'start', '--json', '--port', '0', '--no-examples', ...where];
  const child = track(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }));
  const { url, webhooks } = await startFacts(child, build);
  const addressOf = (userId: number, method: string): URL => {
    const webhook = webhooks.find((one) => one.userId === userId);
    if (!webhook) throw new Error(`Person ${userId} of ${build.name} has no webhook`);
    return new URL(method, webhook.url);
  };
  return {
    build,
    place,
    pid: child.pid ?? 0,
    url,
    addressOf,
    async call(userId, method, params = {}) {
      const response = await fetch(addressOf(userId, method), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
      const answer = (await response.json()) as { result?: unknown; error?: string };
      if (answer.error !== undefined) throw new Error(`${method} of ${build.name}: ${JSON.stringify(answer)}`);
      return answer.result;
    },
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

async function startFacts(child: ChildProcess, { name }: Build): Promise<StartFacts> {
  if (!child.stdout) throw new Error('The portal has no output');
  const complaints: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  throw new ProgramFailed(`The portal of ${name} ended before it answered: ${complaint(complaints)}`);
}
