import type { AccessToken } from '#domain/oauth/token.ts';
import { person } from '../portal-in-store.ts';
import { browserOf, visit } from '../scenes/sign-in.ts';
import type { World } from '../world.ts';
import { type Door, type Send, through } from './calls.ts';
import type { Elsewhere } from './elsewhere.ts';
import { EVERY_SCOPE, newWebhook } from './new-webhook.ts';

/** A way in that is shut, and what those hear who try it. */
export interface ShutDoor {
  readonly why: string;
  readonly send: Send;
  readonly answer: { readonly status: number; readonly error: string };
  /** Open after all for methods that everybody may call, or for those that answer dismissed people. */
  readonly except?: 'basic' | 'answers dismissed';
}

export interface Doors {
  readonly world: World;
  readonly here: Door;
  readonly there: Door;
  readonly eve: Elsewhere;
}

const refusal = (status: number, error: string) => ({ status, error });
const NO_SCOPE = refusal(401, 'insufficient_scope');

export async function shutWebhookDoors({ world, here, there, eve }: Doors): Promise<ShutDoor[]> {
  const { app, bob, carol } = world;
  const carols = await newWebhook(world, carol.id, { scope: EVERY_SCOPE });
  const revoked = await newWebhook(world, carol.id, { scope: EVERY_SCOPE, title: 'Revoked' });
  await app.store.writeWith((session) => session.exec("update webhook set revoked_at = 1 where title = 'Revoked'"));
  const shut = (why: string, credentials: string, door = here): ShutDoor => ({
    why,
    send: through(door, credentials),
    answer: refusal(401, 'INVALID_CREDENTIALS'),
  });
  const dismissed = await newWebhook(world, await newDismissed(world), { scope: EVERY_SCOPE });
  const unscoped = await newWebhook(world, carol.id, { scope: ['none'] });
  return [
    { ...shut('no credentials at all', ''), answer: refusal(401, 'NO_AUTH_FOUND') },
    shut('a wrong code', `${carol.id}/wrong`),
    shut('the code of another person', `${bob.id}/${carols.split('/')[1]}`),
    shut('a webhook that has expired', await newWebhook(world, carol.id, { scope: EVERY_SCOPE, expiresAt: 1 })),
    shut('a webhook that was revoked', revoked),
    shut('a webhook of another portal', eve.webhook),
    shut('a webhook at another portal', carols, there),
    { ...shut('the webhook of a dismissed person', dismissed), except: 'answers dismissed' },
    { ...shut('a webhook without the permission', unscoped), answer: NO_SCOPE, except: 'basic' },
  ];
}

export async function shutTokenDoors({ world, here, there, eve }: Doors): Promise<ShutDoor[]> {
  const { alice, carol } = world;
  const application = await world.application({ scope: EVERY_SCOPE });
  const { accessToken, refreshToken } = await application.tokens(carol);
  const now = Math.floor(world.clock.now() / 1000);
  const signed = (token: Partial<AccessToken>) =>
    world.app.store.read(async (work) =>
      work.tokens.access({
        portalId: 1,
        applicationId: application.id,
        userId: carol.id,
        expires: now + 3600,
        mark: '00000000',
        ...token,
      }),
    );
  const removed = await world.application({ scope: EVERY_SCOPE });
  const ofRemoved = await removed.token(carol);
  await removed.remove();
  const uninstalled = await world.application({ scope: EVERY_SCOPE, isApiOnly: false });
  const unscoped = await world.application({ scope: ['none'] });
  const notForHer = await world.application({ scope: EVERY_SCOPE, allowedUserIds: [alice.id] });
  const shut = (why: string, token: string, error = 'invalid_token', status = 401, door = here): ShutDoor => ({
    why,
    send: through(door, '', token),
    answer: refusal(status, error),
  });
  return [
    shut('a token that has expired', await signed({ expires: now }), 'expired_token'),
    shut('a token with another person written into it', forged(accessToken, await signed({ userId: alice.id }))),
    shut('a token of nobody', await signed({ userId: 999_999 })),
    shut('a token of no application', await signed({ applicationId: 999_999 })),
    shut('a refresh token', refreshToken),
    shut('an application token', application.applicationToken),
    shut('a client secret', application.clientSecret),
    shut('the code of a webhook', (await newWebhook(world, carol.id, { scope: EVERY_SCOPE })).split('/')[1] ?? ''),
    shut('a token of another portal', eve.token),
    shut('a token at another portal', accessToken, 'invalid_token', 401, there),
    shut('a token of an application that was removed', ofRemoved, 'APPLICATION_NOT_FOUND'),
    shut('a token of one that is not installed', await uninstalled.token(carol), 'NOT_INSTALLED'),
    shut('a token of one that is not for her', await notForHer.token(carol), 'user_access_error'),
    {
      ...shut(
        'a token of a dismissed person',
        await application.token({ id: await newDismissed(world) }),
        'authorization_error',
      ),
      except: 'answers dismissed',
    },
    {
      ...shut('a token without the permission', await unscoped.token(carol), NO_SCOPE.error, NO_SCOPE.status),
      except: 'basic',
    },
  ];
}

export async function shutSessionDoors({ world, here, there }: Doors): Promise<ShutDoor[]> {
  const [carol, bob, gone] = [
    await browserOf(world, world.carol.id),
    await browserOf(world, world.bob.id),
    await browserOf(world, world.carol.id),
  ];
  await visit(world, '/logout', { form: { csrf: gone.csrf }, headers: { cookie: gone.cookie } });
  const shut = (why: string, { cookie, csrf }: typeof carol, more = {}, door = here): ShutDoor => ({
    why,
    send: through(door, '', undefined, { cookie, 'x-bitrix-csrf-token': csrf, ...more }),
    answer: refusal(401, 'NO_AUTH_FOUND'),
  });
  return [
    shut('a session without what its pages know', { ...carol, csrf: '' }),
    shut('a session with what another knows', { ...carol, csrf: bob.csrf }),
    shut('a session on a page of another site', carol, { origin: 'https://evil.test' }),
    shut('a session at another portal', carol, {}, there),
    shut('a session that has ended', gone),
  ];
}

async function newDismissed({ app }: World): Promise<number> {
  const { id } = await app.store.write((work) =>
    work.users.insertUser(person(1, `Zoe${work.random.hex(4)}`, { isActive: false }), work.now),
  );
  return id;
}

/** What `wanted` says, signed as `own` is. */
function forged(own: string, wanted: string): string {
  const SIGNATURE = 32;
  return wanted.slice(0, -SIGNATURE) + own.slice(-SIGNATURE);
}
