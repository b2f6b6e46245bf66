export type Level = 'info' | 'warn' | 'error';

/** What a line is about, for programs that read it. Never a secret. */
export type Facts = Readonly<Record<string, string | number>>;

/** Writes a line of the log: one sentence, and what it is about. */
export type WriteLine = (level: Level, message: string, facts: Facts) => void;

/** What whoever runs the portal is told while it runs. */
export interface Log {
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  error(message: string, facts?: Facts): void;
}

export function logTo(write: WriteLine): Log {
  return {
    info: (message, facts = {}) => write('info', message, facts),
    warn: (message, facts = {}) => write('warn', message, facts),
    error: (message, facts = {}) => write('error', message, facts),
  };
}

/** For whoever has nobody to tell. */
export const silentLog: Log = logTo(() => undefined);
