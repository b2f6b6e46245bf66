import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Compilable } from 'kysely';
import { builders } from '../builders.ts';
import { made, type Session, StoreUnavailable } from '../session.ts';
import { sqliteModuleName } from '../sqlite-driver.ts';
import { bind, type SqlValue, type Statement } from '../statement.ts';

/** Runs where nothing but this is loaded: a thread of the whole program would take as long to start as the program. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require(workerData.module);
  let database;
  const prepared = new Map();
  const run = ({ sql, values }) => {
    if (!database) {
      database = new DatabaseSync(workerData.path);
      database.exec(workerData.settings);
    }
    if (!values) return void database.exec(sql);
    if (!prepared.has(sql)) prepared.set(sql, database.prepare(sql));
    return prepared.get(sql).all(...values);
  };
  parentPort.on('message', (order) => {
    if (order === 'stop') {
      database?.close();
      parentPort.close();
      return;
    }
    try {
      parentPort.postMessage({ rows: run(order) });
    } catch (error) {
      parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  });
`;

interface Waiting {
  resolve(rows: unknown[]): void;
  reject(error: unknown): void;
}

/**
 * A connection to an SQLite file in a thread of its own: whatever the disk does, nobody but those who ask it waits. It is
 * started when it is first asked, and answers in the order in which it was asked.
 */
export class SqliteThread implements Session {
  readonly dialect = 'sqlite';
  readonly #path: string;
  readonly #settings: string;
  #worker: Worker | undefined;
  #waiting: Waiting[] = [];
  #isClosed = false;

  /** @param settings SQL that the connection begins with */
  constructor(path: string, settings: string) {
    this.#path = path;
    this.#settings = settings;
  }

  async all<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    const compiled = statement.compiledFor('sqlite');
    return (await this.#ask(compiled.sql, bind(compiled, params as Record<string, unknown>))) as R[];
  }

  async recall<P, R, T = R>(statement: Statement<P, R>, params: P, make?: (row: R) => T): Promise<readonly T[]> {
    return made(await this.all(statement, params), make);
  }

  async query<R>(build: (db: (typeof builders)['sqlite']) => Compilable<R>): Promise<R[]> {
    const { sql, parameters } = build(builders.sqlite).compile();
    return (await this.#ask(sql, parameters as readonly SqlValue[])) as R[];
  }

  once<T>(make: (session: Session) => T): T {
    return make(this);
  }

  // What is read here is not remembered.
  onUndone(): void {}

  async exec(sql: string): Promise<void> {
    await this.#ask(sql);
  }

  /** Finishes what it was asked; the file can be removed afterwards, for what is asked later is refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    if (!worker) return;
    this.#worker = undefined;
    const exit = once(worker, 'exit');
    // It may be the last thing that keeps the process.
    worker.ref();
    worker.postMessage('stop');
    await exit;
  }

  /** Ends it in the middle of whatever it does. */
  async abandon(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #ask(sql: string, values?: readonly SqlValue[]): Promise<unknown[]> {
    if (this.#isClosed) return Promise.reject(new StoreUnavailable('The call log is closed'));
    return new Promise((resolve, reject) => {
      this.#worker ??= this.#start();
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage({ sql, values });
    });
  }

  #start(): Worker {
    const worker = new Worker(PROGRAM, {
      eval: true,
      workerData: { module: sqliteModuleName(), path: this.#path, settings: this.#settings },
    });
    worker.unref();
    worker.on('message', ({ rows, error }: { rows?: unknown[]; error?: string }) => {
      const asked = this.#waiting.shift();
      if (error === undefined) asked?.resolve(rows ?? []);
      else asked?.reject(new StoreUnavailable(error));
    });
    const over = (error: Error) => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const { reject } of this.#waiting.splice(0)) reject(new StoreUnavailable(error.message, { cause: error }));
    };
    worker.on('error', over);
    worker.on('exit', () => over(new Error('The thread of the call log has ended')));
    return worker;
  }
}
