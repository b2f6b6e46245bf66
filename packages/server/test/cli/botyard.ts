import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/botyard.mjs', import.meta.url));

/** What a run of the real program came to. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real program, running. */
export interface Running {
  readonly process: ChildProcess;
  /** Resolves with the first line of stdout or stderr that fits. */
  line(fits: (line: string) => boolean): Promise<string>;
  readonly ended: Promise<Ended>;
}

/** What `start --json` prints. */
export interface Started {
  readonly url: string;
  readonly webhookUrl: string;
  readonly webhooks: readonly { readonly userId: number; readonly url: string; readonly scope: readonly string[] }[];
  readonly people: readonly { readonly id: number; readonly name: string }[];
  readonly groupChatId: number;
  /** With --tls. */
  readonly certificatePath?: string;
}

export interface LaunchOptions {
  readonly program?: string;
  /** Run instead of the program under Node, with the same arguments behind its own. */
  readonly command?: readonly [file: string, ...args: string[]];
  /** Beside that of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from standard input. */
  readonly input?: string;
}

export function launch(
  args: readonly string[],
  cwd: string,
  { program = bin, command, env, input }: LaunchOptions = {},
): Running {
  const [file, ...before] = command ?? [process.execPath, program];
  const child = spawn(file, [...before, ...args], {
    cwd,
    env: { ...process.env, BOTYARD_CALLED: './botyard', ...env },
    stdio: 'pipe',
  });
  child.stdin.end(input);
  const output = { stdout: '', stderr: '' };
  const lines: string[] = [];
  let waiting: { fits: (line: string) => boolean; resolve: (line: string) => void; reject: (error: Error) => void }[] =
    [];
  for (const name of ['stdout', 'stderr'] as const) {
    createInterface({ input: child[name] }).on('line', (line) => {
      output[name] += `${line}\n`;
      lines.push(line);
      for (const one of waiting.filter(({ fits }) => fits(line))) one.resolve(line);
      waiting = waiting.filter(({ fits }) => !fits(line));
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      for (const { reject } of waiting)
        reject(new Error(`Ended (${code}) before the line came:\n${output.stdout}${output.stderr}`));
      resolve({ code, ...output });
    });
  });
  return {
    process: child,
    ended,
    line(fits) {
      const known = lines.find(fits);
      return known === undefined
        ? new Promise((resolve, reject) => waiting.push({ fits, resolve, reject }))
        : Promise.resolve(known);
    },
  };
}

/** Runs it to its end. */
export function botyard(cwd: string, ...args: string[]): Promise<Ended> {
  return launch(args, cwd).ended;
}

export interface Server extends Running {
  readonly started: Started;
  stop(): Promise<Ended>;
}

/** A server on a free port, once it answers. */
export async function startServer(cwd: string, ...args: string[]): Promise<Server> {
  const running = launch(['start', '--port', '0', '--json', ...args], cwd);
  const started = JSON.parse(await running.line((line) => line.startsWith('{'))) as Started;
  return {
    ...running,
    started,
    stop() {
      running.process.kill('SIGTERM');
      return running.ended;
    },
  };
}

/** A folder of its own, and how to remove it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'botyard-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
