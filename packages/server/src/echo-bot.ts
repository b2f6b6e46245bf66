import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Clock } from '#kit/clock.ts';
import type { Log } from '#kit/log.ts';
import { plainEnvironment } from './config.ts';
import { exampleFile } from './example-file.ts';

export interface EchoBotOptions {
  /** What it calls; ends in a slash. */
  readonly webhookUrl: string;
  /** The group chat that it joins; 0: none. */
  readonly chatId: number;
  /** A certificate that it has to trust to call. */
  readonly certificatePath: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

export interface EchoBot {
  stop(): Promise<void>;
}

/** Waiting for it to register, and for it to go, in milliseconds. */
const READY_WITHIN = 15_000;
const GONE_WITHIN = 2_000;

/** Starts the example bot in a process of its own, and answers when it is registered. undefined: it is not there or did not start. */
export async function startEchoBot(options: EchoBotOptions): Promise<EchoBot | undefined> {
  const path = exampleFile('echo-bot/bot.mjs');
  if (path === undefined) return undefined;
  const { webhookUrl, chatId, certificatePath, log } = options;
  const child = spawn(process.execPath, [path], {
    // In a group of its own: Ctrl-C reaches only us, and it can still answer what is on the wire.
    detached: true,
    // The channel tells us when it is ready, and tells it when we are gone, however that came.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...plainEnvironment(),
      WEBHOOK_URL: webhookUrl,
      CLIENT_ID: 'echo-bot',
      ...(chatId > 0 && { CHAT_ID: String(chatId) }),
      ...(certificatePath !== undefined && { NODE_EXTRA_CA_CERTS: certificatePath }),
    },
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => log.info(`echo bot: ${line}`));
  }
  const isReady = await ready(child, options.clock);
  if (!isReady) {
    log.warn('The echo bot did not start; the portal runs without it');
    child.kill('SIGKILL');
    return undefined;
  }
  let isWanted = true;
  child.once('exit', (code, signal) => {
    if (isWanted) log.warn(`The echo bot ended by itself (${signal ?? `exit code ${code}`})`);
  });
  return {
    async stop() {
      isWanted = false;
      await stop(child, options.clock);
    },
  };
}

function ready(child: ChildProcess, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const callOff = clock.after(READY_WITHIN, () => resolve(false));
    const finish = (isReady: boolean) => {
      callOff();
      resolve(isReady);
    };
    child.once('message', () => finish(true));
    child.once('error', () => finish(false));
    child.once('exit', () => finish(false));
  });
}

function stop(child: ChildProcess, clock: Clock): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const callOff = clock.after(GONE_WITHIN, () => child.kill('SIGKILL'));
    child.once('exit', () => {
      callOff();
      resolve();
    });
    child.kill('SIGTERM');
  });
}
