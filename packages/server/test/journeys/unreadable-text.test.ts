import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../world.ts';

/*
 * U+0000 and halves of surrogate pairs, which no database keeps as they are, at the doors that are not methods. What
 * methods are sent is looked at in bodies.test.ts.
 */

let world: World;
const failures: unknown[] = [];
beforeAll(async () => {
  world = await createWorld({ controlToken: 'control', onError: (error) => failures.push(error) });
});
afterAll(() => world.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };
const CONTROL = { ...JSON_TYPE, authorization: 'Bearer control' };

async function status(path: string, headers: Readonly<Record<string, string>> = {}, body?: string): Promise<number> {
  const init = body === undefined ? { headers } : { method: 'POST', headers, body };
  return (await fetch(`${world.app.url}${path}`, { redirect: 'manual', ...init })).status;
}

const invitation = async () => {
  const answer = await fetch(`${world.app.url}/control/user.invite`, {
    method: 'POST',
    headers: CONTROL,
    body: JSON.stringify({ as: 'Bob' }),
  });
  const { invitationUrl } = (await answer.json()) as { readonly invitationUrl: string };
  return new URL(invitationUrl).pathname;
};

describe('text that could not be kept', () => {
  it.each<[string, number, () => Promise<number>]>([
    ['for tokens, as a form', 400, () => status('/oauth/token/', FORM, 'grant_type=refresh_token&client_id=a%00b')],
    ['for tokens, as JSON', 400, () => status('/oauth/token/', JSON_TYPE, '{"client_id":"\\ud83d"}')],
    ['for tokens, in the query', 400, () => status('/oauth/token/?client_id=a%00b&client_secret=c')],
    ['for consent, in the query', 404, () => status('/oauth/authorize/?client_id=a%00b&state=c')],
    ['for consent, as a form', 400, () => status('/oauth/authorize/', FORM, 'client_id=a%00b')],
    ['to sign in', 400, () => status('/login', FORM, 'login=a%00b&password=c')],
    ['to sign in, as the password', 400, () => status('/login', FORM, 'login=a&password=c%00d')],
    ['as where to go after signing in', 200, () => status('/login?next=%00')],
    ['to sign out', 303, () => status('/logout', FORM, 'csrf=%00')],
    ['with an invitation', 400, async () => status(await invitation(), FORM, 'name=a%00b&password=12345678901')],
    ['as an invitation', 404, () => status('/invite/a%00b')],
    ['as a link that signs in', 404, () => status('/sign-in/a%00b')],
    ['as a picture', 404, () => status('/images/a%00b')],
    ['as an application', 303, () => status('/apps/a%00b')],
    ['to the control interface', 400, () => status('/control/user.add', CONTROL, '{"name":"a\\u0000b"}')],
    ['to it, as half of a pair', 400, () => status('/control/user.add', CONTROL, '{"name":"\\ud83d"}')],
    ['as one of its commands', 404, () => status('/control/a%00b', CONTROL, '{}')],
    ['in a cookie', 303, () => status('/', { cookie: 'botyard_session=a%00b' })],
    ['as a token in the header', 401, () => status('/rest/profile', { authorization: 'Bearer a%00b' })],
    ['as the code of a webhook', 401, () => status('/rest/1/a%00b/profile')],
  ])('is refused %s', async (_, expected, sent) => {
    expect(await sent()).toBe(expected);
    expect(failures).toEqual([]);
  });
});
