import { describe, expect, it } from 'vitest';
import { events } from '#api/events.generated.ts';
import { receive } from '../event-causes.ts';
import { phpComplaints, pythonComplaints } from './sdk-demands.ts';

/** The SDKs read those of generation 1; those of generation 2 come without a token. */
const read = events.filter(({ generation }) => generation === 'v1').map(({ name, grants }) => ({ name, grants }));

describe.each(read)('$name', ({ name, grants }) => {
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
