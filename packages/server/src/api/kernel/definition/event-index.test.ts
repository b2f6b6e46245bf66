import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEvent } from './event.ts';
import { indexEvents } from './event-index.ts';

const documented = {
  page: 'nowhere',
  scope: 'imbot',
  grants: 'nothing',
  payload: z.object({}),
  data: async () => ({}),
} as const;
const first = defineEvent({ ...documented, name: 'FIRST', on: 'messageAdded' });
const second = defineEvent({ ...documented, name: 'SECOND', on: 'messageAdded', generation: 'v2' });

describe('the index of events', () => {
  it('holds one event of a happening for each generation', () => {
    const index = indexEvents([first, second]);
    expect(index.of('messageAdded', 'v1')).toBe(first);
    expect(index.of('messageAdded', 'v2')).toBe(second);
    expect(index.of('messageChanged', 'v1')).toBeUndefined();
    expect(index.named('second')).toBe(second);
  });

  it('does not load with two of the same happening for the same generation', () => {
    const another = defineEvent({ ...documented, name: 'ANOTHER', on: 'messageAdded' });
    expect(() => indexEvents([first, second, another])).toThrow(
      'FIRST and ANOTHER are both the event messageAdded of v1',
    );
  });

  it('does not load with two of the same name', () => {
    const namesake = defineEvent({ ...documented, name: 'FIRST', on: 'messageChanged' });
    expect(() => indexEvents([first, namesake])).toThrow('FIRST and FIRST are both the event FIRST');
  });
});
