import { Histogram } from 'prom-client';
import { ANSWERED_WITHIN, type TryTally } from './tallies.ts';

interface Value {
  readonly metricName: string;
  readonly labels: Partial<Record<'receiver' | 'le', string | number>>;
  readonly value: number;
}

const form = (name: string, help: string) => ({ name, help, buckets: [...ANSWERED_WITHIN], registers: [] });

/** A histogram whose observations were counted elsewhere: the library can only count its own. */
export class TalliedHistogram extends Histogram<'receiver'> {
  readonly #name: string;
  /** Says everything but the values. */
  readonly #form: Histogram<'receiver'>;
  readonly #tries: ReadonlyMap<number, TryTally>;

  constructor(name: string, help: string, tries: ReadonlyMap<number, TryTally>) {
    super(form(name, help));
    this.#name = name;
    this.#form = new Histogram(form(name, help));
    this.#tries = tries;
  }

  override async get(): ReturnType<Histogram<'receiver'>['get']> {
    const values = [...this.#tries].flatMap(([receiver, tally]) => this.#values(receiver, tally));
    return { ...(await this.#form.get()), values };
  }

  /** What the registry asks for in place of `get` where there is such a method. */
  getForPromString() {
    return this.get();
  }

  #values(receiver: number, { answers, answerMilliseconds }: TryTally): Value[] {
    const bounds = [...ANSWERED_WITHIN, '+Inf'];
    let count = 0;
    const buckets = answers.map((answered, place) => {
      count += answered;
      return { metricName: `${this.#name}_bucket`, labels: { receiver, le: bounds[place] ?? '' }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${this.#name}_sum`, labels: { receiver }, value: answerMilliseconds / 1000 },
      { metricName: `${this.#name}_count`, labels: { receiver }, value: count },
    ];
  }
}
