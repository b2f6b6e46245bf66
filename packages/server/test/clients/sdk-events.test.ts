import { describe, expect, it } from 'vitest';
import { events } from '#api/events.generated.ts';
import { receive } from '../event-causes.ts';
import { phpComplaints, pythonComplaints } from './sdk-demands.ts';

const generation = (one: 'v1' | 'v2') =>
  events
    .filter(({ generation, tells }) => generation === one && tells !== 'person')
    .map(({ name, grants }) => ({ name, grants }));

describe.each(generation('v1'))('$name', ({ name, grants }) => {
  it.each([false, true])("is accepted by the vendor's PHP and Python SDKs, in a group: %s (R37)", async (isGroup) => {
    const { body } = await receive(name, isGroup);
    expect({ php: phpComplaints(body), python: pythonComplaints(body) }).toEqual({ php: [], python: [] });
  });

  it('has a token exactly where it grants one, with all that belongs beside it (R37)', async () => {
    const { auth, event_handler_id } = (await receive(name, false)).body;
    expect(event_handler_id).toMatch(/^\d+$/);
    if (grants === 'nothing') return expect(auth).not.toHaveProperty('access_token');
    expect(auth).toMatchObject({
      access_token: expect.any(String),
      expires: expect.stringMatching(/^\d{10}$/),
      expires_in: '3600',
      scope: 'im,imbot,user',
      user_id: expect.stringMatching(/^\d+$/),
    });
    expect('refresh_token' in auth).toBe(grants === 'refresh');
  });
});

describe.each(generation('v2'))('$name', ({ name }) => {
  it.each([false, true])('has in its bot what the SDKs call with, in a group: %s (R37)', async (isGroup) => {
    const { event, ts, auth, data } = (await receive(name, isGroup)).body;
    const body = { event, ts, auth: data.bot.auth };
    // As its page says, a bot of this generation has an address and no handler that has an id.
    expect({ php: phpComplaints(body), python: pythonComplaints(body) }).toEqual({
      php: [],
      python: ['event_handler_id'],
    });
    expect(auth).toEqual({ domain: data.bot.auth.domain, application_token: data.bot.auth.application_token });
  });
});
