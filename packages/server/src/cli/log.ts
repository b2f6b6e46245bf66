import type { Clock } from '#kit/clock.ts';
import { type Log, logTo } from '#kit/log.ts';
import { harmless, onOneLine, styled } from './terminal.ts';

export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

const STYLES = { info: 'dim', warn: 'yellow', error: 'red' } as const;

/**
 * The log, a line at a time, each with its time (UTC) and level. As text it is for people; a failure of the program is
 * followed by its stack. As JSON each line is an object with `time`, `level`, `message` and what the line is about.
 */
export function createLog(format: LogFormat, clock: Clock, write: (line: string) => void = console.error): Log {
  return logTo((level, message, facts) => {
    const time = new Date(clock.now()).toISOString();
    if (format === 'json') {
      const own = { time, level, message };
      // Once more behind the facts: none of those takes their place.
      write(JSON.stringify({ ...own, ...facts, ...own }));
      return;
    }
    const { stack } = facts;
    const head = styled(STYLES[level], `${time} ${level.padEnd(5)}`, process.stderr);
    write(`${head} ${onOneLine(message)}${stack === undefined ? '' : `\n${harmless(String(stack))}`}`);
  });
}
