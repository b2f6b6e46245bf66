import { describe, expect, it } from 'vitest';
import { stateOfBot } from './receiver-state.ts';

const NOW = 10 * 3_600_000;
const HOUR = 3_600_000;

const fetching = {
  id: 22,
  name: 'Fetcher',
  code: 'fetcher',
  isInstalled: true,
  events: 'fetch',
  refusedCalls: null,
  waiting: 0,
  lagMs: 0,
  kept: { count: 0, unconfirmed: 0, lagMs: 0 },
  fetchedAt: null,
  failures: 0,
  lastFailure: null,
  dead: 0,
  retries: true,
  pausedAt: null,
  nextTryAt: null,
  lastSuccessAt: null,
  answerMs: null,
} as const;

const lines = (bot: Partial<Parameters<typeof stateOfBot>[0]>) => stateOfBot({ ...fetching, ...bot }, NOW);

describe('of a bot that fetches its events is said', () => {
  it('how many wait, since when, and that nobody has asked for them', () => {
    expect(lines({ kept: { count: 3, unconfirmed: 0, lagMs: 2 * HOUR } })).toEqual([
      '3 to be fetched, the oldest for 2 h',
      'nobody has asked for them yet',
    ]);
  });

  it('when they were last asked for, which is known to the minute', () => {
    expect(lines({ fetchedAt: NOW - 59_000 })).toEqual(['up to date', 'last asked for within a minute']);
    expect(lines({ fetchedAt: NOW - 61_000 })).toEqual(['up to date', 'last asked for within 2 minutes']);
    expect(lines({ fetchedAt: NOW - 5 * HOUR, lastSuccessAt: NOW - 6 * HOUR })).toEqual([
      'up to date',
      'last asked for 5 h ago; last confirmed some 6 h ago',
    ]);
  });

  it('what is sent to it still, as it began in generation 1', () => {
    const kept = { count: 1, unconfirmed: 0, lagMs: 2 * HOUR };
    expect(lines({ waiting: 2, lagMs: 3 * HOUR, nextTryAt: NOW + 5_000, kept, fetchedAt: NOW })).toEqual([
      '2 waiting, the oldest for 3 h, next try in 5 s, 1 to be fetched, the oldest for 2 h',
      'last asked for within a minute',
    ]);
  });

  it('that some were fetched and are not confirmed, and why others were given up', () => {
    const lastFailure = { at: NOW - HOUR, status: null, error: 'was not fetched within 24 hours', cause: null };
    const kept = { count: 3, unconfirmed: 2, lagMs: 3 * HOUR };
    expect(lines({ kept, dead: 4, lastFailure, fetchedAt: NOW })).toEqual([
      '3 to be fetched, the oldest for 3 h, 2 of them fetched and not confirmed, 4 given up',
      'was not fetched within 24 hours; last asked for within a minute',
    ]);
  });
});
