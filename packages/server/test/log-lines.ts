import { type Facts, type Level, type Log, logTo } from '#kit/log.ts';

export interface LogLine {
  readonly level: Level;
  readonly message: string;
  readonly facts: Facts;
}

/** A log whose lines are kept. */
export function keptLog(): { readonly log: Log; readonly lines: LogLine[]; messages(): string[] } {
  const lines: LogLine[] = [];
  return {
    log: logTo((level, message, facts) => lines.push({ level, message, facts })),
    lines,
    messages: () => lines.map(({ message }) => message),
  };
}
