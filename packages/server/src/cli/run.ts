import { type Command, CommanderError } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { createProgram, type ProgramParts } from './program.ts';
import { MissingOption } from './prompt.ts';
import { styled } from './terminal.ts';

/** Runs the command line; what goes wrong ends as one readable line and an exit code: 2 for a wrong command, else 1. */
export async function run(args: readonly string[], parts: ProgramParts): Promise<void> {
  // Whoever reads along has seen enough, as `head` does after ten lines.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const program = createProgram(parts);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // Commander has said already what is wrong; asking for help is no mistake.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof MissingOption)
      process.exitCode = tell(new Complaint(`${error.message}. See: ${pathOf(program, args)} --help`, 2));
    else process.exitCode = tell(error);
  }
}

/** The command that was meant, as it is typed. */
function pathOf(program: Command, args: readonly string[]): string {
  let [path, at] = [programName(), program];
  for (const name of args) {
    const child = at.commands.find((one) => one.name() === name);
    if (!child) break;
    [path, at] = [`${path} ${name}`, child];
  }
  return path;
}

function tell(error: unknown): number {
  const isExpected = error instanceof Complaint;
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  console.error(
    `${styled('red', isExpected ? 'Error:' : 'Unexpected error:', process.stderr)} ${text}${/[.!?)]$/.test(text) || !isExpected ? '' : '.'}`,
  );
  return isExpected ? error.exitCode : 1;
}
