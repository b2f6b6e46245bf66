import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Clock } from '#kit/clock.ts';
import { VERSION } from '#kit/version.ts';
import { receiverBacklogs } from '#storage/receiver-backlogs.ts';
import type { Store } from '#storage/store.ts';
import { TalliedHistogram } from './tallied-histogram.ts';
import type { Tallies } from './tallies.ts';

export interface ExpositionOptions {
  readonly tallies: Tallies;
  /** Calls that are not in the log because more came than the log takes. */
  readonly callsNotKept: () => number;
  readonly store: Store;
  readonly portalId: number;
  readonly clock: Clock;
}

const RECEIVER = ['receiver', 'kind', 'name'] as const;

/** What is counted and measured, as Prometheus reads it. Made when somebody asks for the first time: until then it costs nothing. */
export class Exposition {
  readonly #options: ExpositionOptions;
  readonly #registry = new Registry();
  readonly #lag = this.#gauge('botyard_lag_seconds', 'Age of the oldest event that waits to be delivered', RECEIVER);
  readonly #waiting = this.#gauge('botyard_waiting_events', 'Events that wait to be delivered', RECEIVER);
  readonly #fetchLag = this.#gauge(
    'botyard_fetch_lag_seconds',
    'Age of the oldest event that waits to be fetched and confirmed',
    RECEIVER,
  );
  readonly #toFetch = this.#gauge('botyard_events_to_fetch', 'Events that wait to be fetched and confirmed', RECEIVER);
  readonly #failedEvents = this.#gauge(
    'botyard_consecutive_failed_events',
    'Events in a row that failed, each counted once however often it was tried',
    RECEIVER,
  );

  constructor(options: ExpositionOptions) {
    this.#options = options;
    // Processor time, memory, and how late the event loop is.
    collectDefaultMetrics({ register: this.#registry });
    this.#addProcessorTimeSoFar();
    this.#addProgram();
    this.#addCalls();
    this.#addTries();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  async text(): Promise<string> {
    await this.#lookAtReceivers();
    return this.#registry.metrics();
  }

  /** prom-client counts from here on; what the process used before it was first asked is its time, too. */
  #addProcessorTimeSoFar(): void {
    const { user, system } = process.cpuUsage();
    const used = { cpu_user: user, cpu_system: system, cpu: user + system };
    for (const [name, microseconds] of Object.entries(used)) {
      const counter = this.#registry.getSingleMetric(`process_${name}_seconds_total`);
      if (counter instanceof Counter) counter.inc(microseconds / 1_000_000);
    }
  }

  #addProgram(): void {
    const { tallies } = this.#options;
    this.#gauge('botyard_info', 'The program', ['version']).set({ version: VERSION }, 1);
    this.#counter(
      'botyard_failures_total',
      'Failures of the portal itself; its log says more',
      ['where'],
      (counter) => {
        for (const [where, count] of tallies.failures) counter.inc({ where }, count);
      },
    );
  }

  #addCalls(): void {
    const { calls } = this.#options.tallies;
    this.#counter('botyard_calls_total', 'REST calls', ['method', 'error'], (counter) => {
      for (const [method, codes] of calls)
        for (const [error, { count }] of codes) counter.inc({ method, error }, count);
    });
    const { callsNotKept } = this.#options;
    this.#counter(
      'botyard_calls_not_kept_total',
      'REST calls that are not in the log: more came than the log takes',
      [],
      (counter) => counter.inc(callsNotKept()),
    );
    this.#counter('botyard_call_seconds_total', 'Time in which REST calls were answered', ['method'], (counter) => {
      for (const [method, codes] of calls)
        for (const { milliseconds } of codes.values()) counter.inc({ method }, milliseconds / 1000);
    });
  }

  #addTries(): void {
    const { tries } = this.#options.tallies;
    this.#counter(
      'botyard_tries_total',
      'Tries to deliver an event, by what became of it',
      ['receiver', 'result'],
      (counter) => {
        for (const [receiver, { results }] of tries)
          for (const [result, count] of results) counter.inc({ receiver, result }, count);
      },
    );
    this.#registry.registerMetric(
      new TalliedHistogram('botyard_answer_seconds', 'How long handlers took to answer', tries),
    );
  }

  /** Looked up before the metrics are put together: each of those is asked for what it has by then. */
  async #lookAtReceivers(): Promise<void> {
    const { store, portalId, clock } = this.#options;
    const receivers = await store.readWith((session) => receiverBacklogs(session, portalId));
    const now = clock.now();
    const since = (time: number | undefined) => (time === undefined ? 0 : Math.max(0, now - time) / 1000);
    for (const gauge of [this.#lag, this.#waiting, this.#fetchLag, this.#toFetch, this.#failedEvents]) gauge.reset();
    for (const { id, kind, name, count, oldest, kept, failed } of receivers) {
      const labels = { receiver: id, kind, name };
      this.#lag.set(labels, since(oldest));
      this.#waiting.set(labels, count);
      this.#fetchLag.set(labels, since(kept.oldest));
      this.#toFetch.set(labels, kept.count);
      this.#failedEvents.set(labels, failed);
    }
  }

  #gauge<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.#registry] });
  }

  /** `count` adds up what was counted elsewhere, each time anew. */
  #counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    count: (counter: Counter<Label>) => void,
  ): void {
    new Counter({
      name,
      help,
      labelNames,
      registers: [this.#registry],
      collect() {
        this.reset();
        count(this);
      },
    });
  }
}
