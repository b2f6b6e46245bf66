import { describe, expect, it } from 'vitest';
import { help, readOptions, UsageError } from './options.ts';

const ROWS = ['1', '1p', '9', '9'];
const read = (...args: string[]) => readOptions(args, ROWS);

describe('the command line of the benchmark', () => {
  it('measures all rows in three rounds of two seconds when nothing is said', () =>
    expect(read()).toEqual({ rows: [], duration: 2000, rounds: 3, limit: 0.03, isQuick: false, withPeers: false }));

  it('compares in at most 20 rounds, until 3 %', () =>
    expect(read('--against', 'HEAD~1')).toMatchObject({ against: 'HEAD~1', rounds: 20, limit: 0.03 }));

  it('takes what is said', () =>
    expect(read('--against', 'main', '--rows', '1, 1p', '--seconds', '0.5', '--rounds', '40', '--limit', '1')).toEqual({
      against: 'main',
      rows: ['1', '1p'],
      duration: 500,
      rounds: 40,
      limit: 0.01,
      isQuick: false,
      withPeers: false,
    }));

  it('measures servers by others when asked to', () => expect(read('--peers')).toMatchObject({ withPeers: true }));

  it('has one short round when it has to be quick', () =>
    expect(read('--quick')).toMatchObject({ duration: 1000, rounds: 1, isQuick: true }));

  it('shows help that names each row', () => {
    expect(read('--help')).toBe('help');
    expect(help([{ number: '1p', title: 'from person to person' }])).toContain('  1p  from person to person');
  });

  it.each([
    [['--rows', '1,7'], '--rows has 7: choose from 1,1p,9'],
    [['--rows', ','], '--rows names none: choose from 1,1p,9'],
    [['--seconds', 'two'], '--seconds must be a number from 0.1 to 600, not "two"'],
    [['--seconds', ''], '--seconds must be a number from 0.1 to 600, not ""'],
    [['--rounds', '0'], '--rounds must be a number from 1 to 1000, not "0"'],
    [['--rounds', '2.5'], '--rounds must be a whole number, not 2.5'],
    [['--against', 'main', '--rounds', '1'], '--rounds must be a number from 2 to 1000, not "1"'],
    [['--peers', '--against', 'main'], '--peers are measured beside bare Fastify: leave out --against'],
    [['--limit', '1'], '--limit is for comparisons: add --against <commit>'],
    [['--against', 'main', '--limit', '0'], '--limit must be a number from 0.1 to 100, not "0"'],
    [['--against='], '--against needs a commit, as in --against HEAD~1'],
    [['--quick', '--rounds', '3'], '--quick sets everything itself: leave out --rounds'],
    [['--against'], "Option '--against <value>' argument missing; see npm run bench -- --help"],
    [['--agianst', 'main'], "Unknown option '--agianst'; see npm run bench -- --help"],
  ])('refuses %j in one line', (args, message) => {
    expect(() => readOptions(args, ROWS)).toThrow(new UsageError(message));
    expect(message).not.toContain('\n');
  });
});
