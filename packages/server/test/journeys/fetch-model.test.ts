import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Acting, actingBot } from '../scenes/acting-bots.ts';
import { type Fetched, fetch } from '../scenes/fetching.ts';
import { createWorld, type World } from '../world.ts';

/*
 * Two people write while a bot fetches: whatever comes between what, it hears everything once and in order, and a call that
 * waits ends when something has come.
 */

/** Turns of each run; every one of them is another interleaving. */
const TURNS = process.env['BOTYARD_TESTS'] === 'all' ? 10_000 : 600;
/** Milliseconds: ten thousand turns on PostgreSQL, on a slow machine that does other work. */
const LONGEST = 600_000;

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** Numbers from 0 up to 1 that are the same in each run. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Seconds of the clock of the portal, which stands still: who misses what came waits for ever. */
const WAIT = 25;

/** A reader that loses an answer now and then, begins anew, waits, or asks for a few at a time. */
class Reader {
  readonly heard: string[] = [];
  readonly #acting: Acting;
  readonly #draw: () => number;
  #offset: number | undefined;
  #highest = 0;

  constructor(acting: Acting, draw: () => number) {
    this.#acting = acting;
    this.#draw = draw;
  }

  async read({ wait = 0 } = {}): Promise<boolean> {
    const limit = 1 + Math.floor(this.#draw() * 5);
    const isNew = this.#draw() < 0.1;
    const fetched = await fetch(this.#acting, { limit, wait, ...(!isNew && { offset: this.#offset }) });
    // The answer is lost: the same comes once more.
    if (this.#draw() < 0.2) return true;
    this.#keep(fetched);
    return fetched.hasMore || fetched.events.length > 0;
  }

  #keep({ events, nextOffset }: Fetched): void {
    const ids = events.map(({ eventId }) => eventId);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    for (const { eventId, data } of events) {
      if (eventId <= this.#highest) continue;
      this.#highest = eventId;
      if (data.message) this.heard.push(data.message.text);
    }
    this.#offset = nextOffset;
  }
}

it.each([1, 2])(
  'a bot that fetches hears all that two people say, each once and in order (run %s)',
  { timeout: LONGEST },
  async (seed) => {
    const draw = drawn(seed);
    const acting = await actingBot(world);
    const reader = new Reader(acting, draw);
    const said: string[][] = [[], []];
    const write = async (who: 0 | 1): Promise<void> => {
      const text = `${who} ${said[who]?.length}`;
      said[who]?.push(text);
      await (who === 0 ? world.alice : world.bob).ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: text });
    };
    for (let turn = 0; turn < TURNS / 2; turn += 1) {
      const kind = draw();
      const [isFirstWriting, isReading, isSecondWriting] = [kind < 0.6, kind > 0.3, kind > 0.1 && kind < 0.8];
      // Where nobody writes, nothing comes that could be waited for.
      const wait = (isFirstWriting || isSecondWriting) && draw() < 0.5 ? WAIT : 0;
      await Promise.all([
        ...(isFirstWriting ? [write(0)] : []),
        ...(isReading ? [reader.read({ wait })] : []),
        ...(isSecondWriting ? [write(1)] : []),
      ]);
    }
    while (await reader.read());
    for (const who of [0, 1]) expect(reader.heard.filter((text) => text.startsWith(`${who} `))).toEqual(said[who]);
  },
);
