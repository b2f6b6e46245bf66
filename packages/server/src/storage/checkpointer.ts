import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { sqliteModuleName } from './sqlite-driver.ts';

/**
 * Commits between two checkpoints. Each leaves ten to a hundred pages in the log: enough to be worth the two waits for
 * the disk, few enough for the log to stay short.
 */
const COMMITS = 256;

/** Runs where nothing but this is loaded: a thread of the whole program would take as long to start as the program. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require(workerData.module);
  const database = new DatabaseSync(workerData.path);
  const checkpoint = database.prepare('pragma wal_checkpoint(passive)');
  parentPort.on('message', (order) => {
    if (order === 'stop') {
      database.close();
      parentPort.close();
      return;
    }
    // The second time round there is only what was committed during the first.
    checkpoint.all();
    checkpoint.all();
    parentPort.postMessage('done');
  });
`;

/**
 * Folds the write-ahead log into the database file, in a thread of its own: it waits for the disk for many times as long
 * as a commit does, and everybody's commits go on meanwhile. What is left for the writer is the last step, with hardly
 * anything to copy, after which the log begins anew and does not grow for ever.
 * https://www.sqlite.org/wal.html#ckpt
 */
export class Checkpointer {
  readonly #path: string;
  readonly #onError: (error: unknown) => void;
  #worker: Worker | undefined;
  #commits = 0;
  #isRunning = false;
  #isDue = false;

  constructor(path: string, onError: (error: unknown) => void) {
    this.#path = path;
    this.#onError = onError;
  }

  /** Counts a commit, and starts a checkpoint when it is time. */
  committed(): void {
    this.#commits += 1;
    if (this.#commits < COMMITS || this.#isRunning) return;
    this.#commits = 0;
    this.#isRunning = true;
    this.#worker ??= this.#start();
    this.#worker.postMessage('checkpoint');
  }

  /** Whether the writer is to take the last step now, outside of a transaction. */
  takeLastStep(): boolean {
    const isDue = this.#isDue;
    this.#isDue = false;
    return isDue;
  }

  /** Finishes what is being done; the file can be closed afterwards. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#worker = undefined;
    const exit = once(worker, 'exit');
    worker.postMessage('stop');
    await exit;
  }

  #start(): Worker {
    const worker = new Worker(PROGRAM, { eval: true, workerData: { module: sqliteModuleName(), path: this.#path } });
    worker.unref();
    worker.on('message', () => {
      this.#isRunning = false;
      this.#isDue = true;
    });
    worker.on('error', (error) => {
      // A new one is made when it is time again; until then the log grows up to where commits fold it in themselves.
      if (this.#worker === worker) this.#worker = undefined;
      this.#isRunning = false;
      this.#onError(error);
    });
    return worker;
  }
}
