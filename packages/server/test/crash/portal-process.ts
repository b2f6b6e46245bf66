import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { rolldown } from 'rolldown';

export interface PortalProcess {
  /** The webhook address of a person, with a slash at the end. */
  webhookUrl(userId: number): string;
  /** Resolves when everything that can be delivered now is. */
  settled(): Promise<void>;
  /** Ends it the hard way: nothing in it runs any more. */
  kill(): Promise<void>;
}

/** Puts the portal into one file, so that it starts quickly many times; answers with the path. */
export async function bundlePortal(): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('portal.ts', import.meta.url)),
    platform: 'node',
    // The first brings parts that are not JavaScript; pg asks for the others where they are used.
    external: ['@photostructure/sqlite', 'pg-native', 'pg-cloudflare'],
    logLevel: 'silent',
  });
  // Inside the package, or the packages would not be found.
  const file = fileURLToPath(
    new URL(`../../node_modules/.cache/crash-portal-${process.pid}-${threadId}.mjs`, import.meta.url),
  );
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return file;
}

export async function startPortal(bundle: string, database: string): Promise<PortalProcess> {
  const child = spawn(process.execPath, [bundle, database], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const { url, people } = await firstLine(child);
  return {
    webhookUrl(userId) {
      const person = people.find((one) => one.userId === userId);
      if (!person) throw new Error(`Nobody has the id ${userId}`);
      return `${url}/rest/${userId}/${person.code}/`;
    },
    async settled() {
      const settled = once(child, 'message');
      child.send('settle');
      await settled;
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

interface Announcement {
  readonly url: string;
  readonly people: readonly { readonly userId: number; readonly code: string }[];
}

async function firstLine(child: ChildProcess): Promise<Announcement> {
  if (!child.stdout) throw new Error('The portal has no output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as Announcement;
  throw new Error('The portal ended before it answered');
}
