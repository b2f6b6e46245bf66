import { CommanderError } from 'commander';
import { Complaint } from '#kit/complaint.ts';
import { createProgram, type ProgramParts } from './program.ts';
import { styled } from './terminal.ts';

/** Runs the command line; what goes wrong ends as one readable line and an exit code: 2 for a wrong command, else 1. */
export async function run(args: readonly string[], parts: ProgramParts): Promise<void> {
  // Whoever reads along has seen enough, as `head` does after ten lines.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await createProgram(parts).parseAsync(args, { from: 'user' });
  } catch (error) {
    // Commander has said already what is wrong; asking for help is no mistake.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = tell(error);
  }
}

function tell(error: unknown): number {
  const isExpected = error instanceof Complaint;
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  console.error(
    `${styled('red', isExpected ? 'Error:' : 'Unexpected error:', process.stderr)} ${text}${/[.!?)]$/.test(text) || !isExpected ? '' : '.'}`,
  );
  return isExpected ? error.exitCode : 1;
}
