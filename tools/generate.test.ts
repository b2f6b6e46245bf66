import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staleIndexes } from './generate.ts';

describe('the generated indexes', () => {
  let api: string;
  const put = (path: string) => {
    mkdirSync(dirname(join(api, path)), { recursive: true });
    writeFileSync(join(api, path), 'export default {};\n');
  };
  const staleNames = (write: boolean) => staleIndexes(write, api).map((path) => path.replace(/^.*[\\/]/, ''));

  beforeEach(() => {
    api = mkdtempSync(join(tmpdir(), 'botyard-api-'));
    for (const path of ['methods/profile.ts', 'methods/imbot/command/register.ts', 'events/onimbotdelete.ts'])
      put(path);
  });
  afterEach(() => rmSync(api, { recursive: true }));

  it('import every method and event under a name made from its place', () => {
    staleIndexes(true, api);
    const text = readFileSync(join(api, 'methods.generated.ts'), 'utf8');
    expect(text).toContain("import imbotCommandRegister from './methods/imbot/command/register.ts';");
    expect(text).toContain('export const methods: readonly Method[] = [\n  imbotCommandRegister,\n  profile,\n];');
    expect(readFileSync(join(api, 'events.generated.ts'), 'utf8')).toContain(
      "import onimbotdelete from './events/onimbotdelete.ts';",
    );
  });

  it('are up to date once they are written', () => {
    expect(staleNames(true)).toEqual(['methods.generated.ts', 'events.generated.ts']);
    expect(staleNames(false)).toEqual([]);
  });

  it('are out of date as soon as a file is added, moved or deleted, and only looking changes nothing', () => {
    staleIndexes(true, api);
    put('methods/imbot/register.ts');
    expect(staleNames(false)).toEqual(['methods.generated.ts']);
    expect(staleNames(false)).toEqual(['methods.generated.ts']);
    rmSync(join(api, 'methods/imbot/register.ts'));
    expect(staleNames(false)).toEqual([]);
  });

  it('leave tests out', () => {
    staleIndexes(true, api);
    put('methods/profile.test.ts');
    expect(staleNames(false)).toEqual([]);
  });
});
