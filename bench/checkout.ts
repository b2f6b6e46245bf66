import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Build, hasProgram, ROOT } from './botyard.ts';
import { UsageError } from './options.ts';
import { run } from './processes.ts';

const LOCK_FILE = 'package-lock.json';

/** The full name of a commit. */
export async function commitNamed(name: string): Promise<string> {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return (await run('git', args, ROOT)).trim();
  } catch {
    throw new UsageError(`--against ${name}: git knows no such commit here`);
  }
}

/** The files of a commit in a folder of their own, with their packages. */
export async function checkOut(commit: string, directory: string, tell: (what: string) => void): Promise<Build> {
  const name = commit.slice(0, 9);
  const root = join(directory, 'that');
  const archive = join(directory, 'that.tar');
  mkdirSync(root);
  await run('git', ['archive', '--format=tar', '-o', archive, commit], ROOT);
  await run('tar', ['-xf', archive, '-C', root], directory);
  const build = { name, root };
  if (!hasProgram(build)) throw new UsageError(`--against ${name}: that commit has no program to start`);
  if (readFileSync(join(root, LOCK_FILE)).equals(readFileSync(join(ROOT, LOCK_FILE)))) linkPackages(root);
  else {
    tell(`installing the packages of ${name}`);
    await run('npm', ['ci', '--no-audit', '--no-fund'], root);
  }
  return build;
}

/**
 * The files of this checkout as they are now, changes that are not committed included: it may be worked on while it is
 * measured, and both builds run from folders of the same kind.
 */
export async function copyThisCheckout(directory: string): Promise<Build> {
  const root = join(directory, 'this');
  const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], ROOT);
  for (const path of listed.split('\0')) {
    // What was deleted and not yet committed is still listed.
    if (path === '' || !existsSync(join(ROOT, path))) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(root, path));
  }
  linkPackages(root);
  return { name: 'this checkout', root };
}

/** Lets a checkout use the packages that are installed here. */
function linkPackages(root: string): void {
  const folders = ['.', ...['packages', 'examples'].flatMap((parent) => foldersIn(root, parent))];
  for (const folder of folders) {
    const installed = join(ROOT, folder, 'node_modules');
    if (existsSync(installed)) symlinkSync(installed, join(root, folder, 'node_modules'));
  }
}

function foldersIn(root: string, parent: string): string[] {
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name));
}
