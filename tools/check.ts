/*
 * Everything about the source that a tool can tell, in one command: npm run check
 *   npm run check -- --report <file>   also writes {passed, failed} as JSON
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDocuments } from './document-rules.ts';
import { staleFiles } from './generate.ts';
import { checkImports } from './import-rules.ts';
import { checkSources } from './source-rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Fewer than these were never here since the check was made: the reader is broken, not the code fine. */
const FEWEST_FILES = 150;
const FEWEST_DOCUMENTS = 15;
const FEWEST_CITATIONS = 100;

interface Finding {
  readonly ok: boolean;
  /** One line when it is fine; all there is to say when it is not. */
  readonly says: string;
}

interface Part {
  readonly name: string;
  readonly fix?: string;
  run(): Promise<Finding> | Finding;
}

const parts: readonly Part[] = [
  {
    name: 'format and lint',
    fix: 'npm run fix',
    run: () => tool('@biomejs/biome', 'bin/biome', ['check', '--max-diagnostics=40', '.']),
  },
  { name: 'types', run: () => tool('typescript', 'bin/tsc', ['-p', '.', '--pretty']) },
  { name: 'types of the pages', run: () => tool('vue-tsc', 'bin/vue-tsc.js', ['-p', 'packages/web', '--noEmit']) },
  { name: 'import rules', run: importRules },
  { name: 'source rules', run: sourceRules },
  { name: 'document rules', run: documentRules },
  { name: 'generated files', fix: 'npm run generate', run: generatedFiles },
  { name: 'nothing unused', run: () => tool('knip', 'bin/knip.js', ['--no-progress', '--no-config-hints']) },
];

async function importRules(): Promise<Finding> {
  const { modules, broken } = await checkImports(ROOT);
  if (modules < FEWEST_FILES) return { ok: false, says: `Only ${modules} files were read: the check itself is broken` };
  return found(
    broken.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`),
    `${modules} files`,
  );
}

function sourceRules(): Finding {
  const documented = JSON.parse(
    readFileSync(join(ROOT, 'packages/server/test/contract/fixtures/methods.json'), 'utf8'),
  ) as { name: string }[];
  const { files, broken } = checkSources(ROOT, new Set(documented.map(({ name }) => name)));
  if (files < FEWEST_FILES) return { ok: false, says: `Only ${files} files were read: the check itself is broken` };
  return found(broken, `${files} files`);
}

function documentRules(): Finding {
  const { documents, citations, broken } = checkDocuments(ROOT);
  if (documents < FEWEST_DOCUMENTS || citations < FEWEST_CITATIONS)
    return { ok: false, says: `Only ${documents} documents and ${citations} citations were read: the check is broken` };
  return found(broken, `${documents} documents, ${citations} citations of rulings`);
}

async function generatedFiles(): Promise<Finding> {
  return found(
    (await staleFiles(false)).map((path) => `${path} is out of date`),
    'up to date',
  );
}

function found(complaints: readonly string[], fine: string): Finding {
  return complaints.length === 0 ? { ok: true, says: fine } : { ok: false, says: complaints.join('\n') };
}

/** Runs the command of a package with this very Node, without a shell between. */
function tool(packageName: string, bin: string, args: readonly string[]): Promise<Finding> {
  return new Promise((resolve) => {
    const path = join(ROOT, 'node_modules', packageName, bin);
    const child = spawn(process.execPath, [path, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', (error) => resolve({ ok: false, says: error.message }));
    child.on('close', (code) =>
      resolve({ ok: code === 0, says: code === 0 ? '' : Buffer.concat(output).toString('utf8').trimEnd() }),
    );
  });
}

interface Outcome extends Finding {
  readonly seconds: string;
}

async function runPart({ run }: Part): Promise<Outcome> {
  const began = performance.now();
  const finding = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => ({
      ok: false,
      says: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
  return { ...finding, seconds: `${((performance.now() - began) / 1000).toFixed(1)} s` };
}

// All at once, told in their order: the slow ones run beside each other.
const running = parts.map((part) => ({ ...part, outcome: runPart(part) }));
const failed: string[] = [];
for (const { name, fix, outcome } of running) {
  const { ok, says, seconds } = await outcome;
  if (ok) {
    console.log(`ok      ${name} (${[says, seconds].filter(Boolean).join(', ')})`);
  } else {
    console.log(`FAILED  ${name} (${seconds})\n\n${says.replace(/^/gm, '  ')}\n`);
    failed.push(fix ? `${name} (try: ${fix})` : name);
  }
}
const failures = failed.map((name) => `\n  ${name}`).join('');
console.log(
  failed.length === 0
    ? `\nAll ${parts.length} checks passed.`
    : `\n${failed.length} of ${parts.length} checks failed:${failures}`,
);

const report = process.argv.indexOf('--report');
if (report > 0)
  writeFileSync(
    process.argv[report + 1] ?? 'check.json',
    JSON.stringify({ passed: parts.length - failed.length, failed: failed.length }),
  );
process.exitCode = failed.length === 0 ? 0 : 1;
