import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface AsideOptions {
  /** Ends the program the hard way. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each line of JSON that the program says. */
  readonly onLine: (line: unknown) => void;
}

/** A polite neighbour: whoever works for people goes first. What Node says of new modules is of no interest. */
const HEAD = `
  try { require('node:os').setPriority(10); } catch {}
  process.emitWarning = () => undefined;
  const fail = (error) => {
    console.error(error.message);
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  const input = JSON.parse(process.argv[1]);
  const say = (line) => process.stdout.write(JSON.stringify(line) + '\\n');
`;

/**
 * Runs a program that works on an SQLite file, in a process of its own: nobody else waits while it reads the file, and
 * it can be ended at any moment.
 *
 * @param program CommonJS that has its `input`, and tells with `say`
 * @throws what it wrote to stderr when it failed, and AbortError when it was ended
 */
export async function runAside(program: string, input: object, { signal, onLine }: AsideOptions): Promise<void> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, ['-e', `${HEAD}${program}`, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    killSignal: 'SIGKILL',
    ...(signal && { signal }),
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4096);
  });
  await new Promise<void>((resolve, reject) => {
    // An end by the signal is told as an error at once, and its files are in use until the process is gone.
    let failure: Error | undefined;
    createInterface({ input: child.stdout }).on('line', (line) => {
      try {
        onLine(JSON.parse(line));
      } catch (error) {
        failure ??= error as Error;
      }
    });
    child.on('error', (error) => {
      failure ??= error;
      if (child.pid === undefined) reject(error);
    });
    child.on('close', (code) => {
      if (code === 0 && !failure) resolve();
      else reject(failure ?? new Error(complaint.trim() || `the process for it ended with ${code}`));
    });
  });
}
