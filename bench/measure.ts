import { prepare, THIS_CHECKOUT } from './botyard.ts';
import type { Found } from './figures.ts';
import { describeMachine } from './machine.ts';
import { bareFastify, type Scale } from './measures/throughput.ts';
import { report } from './report.ts';
import type { Connections, Row } from './rows.ts';

/** Measures this checkout beside bare Fastify, all rows in each round. Prints the tables; answers whether all arrived. */
export async function measure(
  rows: readonly Row[],
  rounds: number,
  scale: Scale,
  tell: (what: string) => void,
): Promise<boolean> {
  tell('building');
  await prepare(THIS_CHECKOUT);
  const fastify = new Map<Connections, Found[]>();
  for (const { beside } of rows) if (beside) fastify.set(beside, []);
  const results = rows.map((row) => ({ row, found: [] as Found[] }));
  for (let round = 1; round <= rounds; round += 1) {
    const say = (what: string, found: Found) => tell(`round ${round}/${rounds}, ${what}: ${JSON.stringify(found)}`);
    for (const [connections, found] of fastify) {
      found.push(await bareFastify(connections, scale));
      say(`bare Fastify, ${connections}`, found.at(-1) ?? { figures: {} });
    }
    for (const { row, found } of results) {
      found.push(await row.measure(THIS_CHECKOUT, scale));
      say(`row ${row.number}, ${row.title}`, found.at(-1) ?? { figures: {} });
    }
  }
  const { text, isWhole } = report(
    results.map(({ row, found }) => {
      const beside = row.beside && fastify.get(row.beside);
      return { row, found, ...(beside ? { beside } : {}) };
    }),
    fastify,
  );
  const size = `big database: ${scale.bigDatabase.toLocaleString('en')} messages`;
  console.log(
    `${await describeMachine()}, ${size}; ${rounds} round${rounds === 1 ? '' : 's'} of ${scale.duration / 1000} s, medians.\n\n${text}`,
  );
  return isWhole;
}
