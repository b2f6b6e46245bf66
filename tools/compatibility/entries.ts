import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentedMethod } from '../../packages/server/test/contract/checks/catalog.ts';
import { anchorOf } from '../markdown.ts';
import { RULINGS_FOLDER, readRulings } from '../rulings.ts';
import type { Deviation, Entry, RowEntry, RulingLink } from './methods-chapter.ts';

const CONTRACTS = 'packages/server/test/contract';

/** Every documented method, and what the repository knows of it. */
export async function readEntries(root: string): Promise<Entry[]> {
  // Not before the indexes are up to date.
  const [{ methods }, { documentedMethods }] = await Promise.all([
    import('../../packages/server/src/api/methods.generated.ts'),
    import('../../packages/server/test/contract/checks/catalog.ts'),
  ]);
  const exempted = await exemptions();
  const rulings = rulingsByName(root);
  const here = new Set(methods.map(({ name }) => name));
  const sorted = documentedMethods.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return Promise.all(
    sorted.map(async (documented) => ({
      name: documented.name,
      isHere: here.has(documented.name),
      errors: here.has(documented.name) ? await rowsOfMethod(root, documented) : [],
      deviations: exempted.filter(({ method }) => method === documented.name),
      rulings: rulings.get(documented.name) ?? [],
    })),
  );
}

/** The rows of its error table. The contract test has a test for each of them, which fails where the contract causes none. */
async function rowsOfMethod(root: string, documented: DocumentedMethod): Promise<RowEntry[]> {
  const [{ rowsOf, statusOfRow }, { documentedElsewhere }, { contractFile }] = await Promise.all([
    import('../../packages/server/test/contract/checks/catalog.ts'),
    import('../../packages/server/test/contract/documented-elsewhere.ts'),
    import('../../packages/server/test/contract/contract.ts'),
  ]);
  const file = contractFile(documented.name);
  const test = existsSync(join(root, CONTRACTS, file)) ? file : undefined;
  return rowsOf(documented).map((row) => ({
    status: statusOfRow(row),
    code: row.code,
    message: row.message ?? '',
    test,
    page: (documentedElsewhere[documented.name] ?? []).find((one) => one === row)?.page,
  }));
}

/** What the contracts are let off, each with its reason. */
async function exemptions(): Promise<Deviation[]> {
  const [{ withoutEffect }, { mayBeLeftOut }, { valuesOtherwise }] = await Promise.all([
    import('../../packages/server/test/contract/without-effect.ts'),
    import('../../packages/server/test/contract/may-be-left-out.ts'),
    import('../../packages/server/test/contract/values-otherwise.ts'),
  ]);
  const lists = [
    ['changes nothing', withoutEffect],
    ['may be left out', mayBeLeftOut],
    ['is read otherwise', valuesOtherwise],
  ] as const;
  return lists.flatMap(([what, list]) =>
    Object.entries(list).map(([key, reason]) => {
      const [method = '', parameter = ''] = key.split(' ');
      return { method, parameter, what, reason };
    }),
  );
}

/** Rulings by the methods that they name. */
function rulingsByName(root: string): Map<string, RulingLink[]> {
  const byName = new Map<string, RulingLink[]>();
  for (const { number, rule, file } of readRulings(root)) {
    const text = readFileSync(join(root, RULINGS_FOLDER, file), 'utf8');
    const [, section = ''] = text.split(`\n### ${number} ${rule}\n`);
    const [body = ''] = section.split(/^### /m);
    const link = { number, target: `rulings/${file}#${anchorOf(`${number} ${rule}`)}` };
    for (const name of new Set(`${rule} ${body}`.match(/\b[a-z]\w*(?:\.\w+)+\b/gi) ?? []))
      byName.set(name, [...(byName.get(name) ?? []), link]);
  }
  return byName;
}
