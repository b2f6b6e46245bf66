import { readFileSync } from 'node:fs';
import { isAlive } from './control-file.ts';

/** Looked at so often whether it is still there, in milliseconds. */
const EVERY = 1_000;

/**
 * Calls `gone` when npm or npx, which started this process, has ended. A signal that ends them does not reach what they
 * started: the portal would stay behind, with its port and its data. Without npm nothing is watched, so that a portal may
 * be put into the background by a shell that ends.
 */
export function watchParent(gone: () => void): void {
  if (process.env.npm_command === undefined) return;
  const parent = process.ppid;
  // npm starts a shell, which may stay between: it outlives npm, and then has another parent.
  const grandparent = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    const isShellAlone = grandparent !== undefined && parentOf(parent) !== grandparent;
    if (process.ppid === parent && isAlive(parent) && !isShellAlone) return;
    clearInterval(timer);
    gone();
  }, EVERY);
  timer.unref();
}

function isShell(pid: number): boolean {
  return /^(ba|da|z|k|a)?sh$/.test(statusOf(pid)?.name ?? '');
}

function parentOf(pid: number): number | undefined {
  return statusOf(pid)?.parent;
}

/** As Linux tells of it; elsewhere the direct parent has to do. */
function statusOf(pid: number): { readonly name: string; readonly parent: number } | undefined {
  try {
    const [, name = '', parent = ''] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
