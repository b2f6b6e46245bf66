import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkImports, importRules } from './import-rules.ts';

const FIXTURES = fileURLToPath(new URL('fixtures/import-rules', import.meta.url));
const found = await checkImports(FIXTURES);

describe('the import rules', () => {
  it.each(importRules)('%s is seen where it is broken', (name) => {
    expect(found.broken.map(({ rule }) => rule)).toContain(name);
  });

  it('break for what they forbid and for nothing else', () => {
    const places = found.broken.map(({ rule, from, to }) => `${rule}: ${shortened(from)} -> ${shortened(to)}`).sort();
    expect(places).toEqual([
      'actions-above-storage: domain/keeps-options.ts -> storage/unit-of-work.ts',
      'domain-takes-the-type-only: domain/runs-sql.ts -> storage/unit-of-work.ts',
      'domain-uses-no-packages: domain/reads-files.ts -> fs',
      'domain-uses-no-packages: domain/uses-package.ts -> zod',
      'layer-api: api/field.ts -> delivery/send.ts',
      'layer-cli: cli/command.ts -> main.ts',
      'layer-control: control/asks-http.ts -> http/route.ts',
      'layer-delivery: delivery/send.ts -> live/push.ts',
      'layer-domain: domain/bot.ts -> http/route.ts',
      'layer-http: http/route.ts -> cli/command.ts',
      'layer-kit: kit/clock.ts -> domain/bot.ts',
      'layer-live: live/push.ts -> main.ts',
      'layer-storage: storage/asks-api.ts -> api/field.ts',
      'no-cycles: cycle-one.ts -> cycle-two.ts',
      'no-method-imports-another: api/methods/imbot/register.ts -> api/methods/imbot/unregister.ts',
      'no-unknown-module: main.ts -> ./nowhere.ts',
      'nothing-imports-tests: main.ts -> proof.test.ts',
      'sql-in-storage-only: api/queries.ts -> kysely',
    ]);
  });

  it('read every file of the tree', () => {
    expect(found.modules).toBe(25);
  });
});

function shortened(path: string): string {
  return path.replace('packages/server/src/', '').replace(/^.*node_modules\/([^/]+)\/.*$/, '$1');
}
