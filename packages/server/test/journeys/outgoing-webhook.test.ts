import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOutgoingWebhook } from '#domain/webhook/add-outgoing-webhook.ts';
import type { OutgoingWebhookCard } from '#domain/webhook/outgoing-webhook.ts';
import { removeOutgoingWebhook } from '#domain/webhook/remove-outgoing-webhook.ts';
import { bind, comes } from '../scenes/events.ts';
import { createWorld, type Handler, type World } from '../world.ts';

let world: World;
let handler: Handler;
let webhook: OutgoingWebhookCard;

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
  webhook = await world.app.store.write(async (work) => {
    const owner = await work.users.findUser(world.alice.id);
    const draft = { title: 'To the warehouse', address: handler.url, events: ['userAdded' as const] };
    const added = owner && (await addOutgoingWebhook(work, owner, draft));
    if (!added?.ok) throw new Error('It cannot be added');
    return added.value;
  });
});
afterEach(() => world.close());

describe('an outgoing webhook', () => {
  it('tells its address where an event comes from and nothing to call with', async () => {
    await comes(world, 'Eve');
    await world.settled();
    const [{ event, data, auth, ts, ...rest }] = handler.events('ONUSERADD');
    expect([event, data.NAME, Object.keys(rest)]).toEqual(['ONUSERADD', 'Eve', ['event_handler_id']]);
    expect(ts).toMatch(/^\d+$/);
    expect(auth).toEqual({
      domain: new URL(world.app.url).host,
      client_endpoint: `${world.app.url}/rest/`,
      server_endpoint: `${world.app.url}/rest/`,
      member_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      application_token: webhook.applicationToken,
    });
  });

  it('is tried again like a bot, in order, and delays nobody else', async () => {
    const [application, other] = [await world.application(), await world.handler()];
    await bind(application, 'ONUSERADD', other);
    handler.answer = () => ({ status: 503 });
    for (const name of ['Eve', 'Frank']) await comes(world, name);
    await world.settled();
    expect(other.events('ONUSERADD').map(({ data }) => data.NAME)).toEqual(['Eve', 'Frank']);
    handler.answer = () => ({ status: 200 });
    world.clock.advance(2_000);
    await world.settled();
    expect(handler.events('ONUSERADD').map(({ data }) => data.NAME)).toEqual(['Eve', 'Eve', 'Frank']);
  });

  it('tells nothing more once it is removed, not even what is on its way', async () => {
    handler.answer = () => ({ status: 503 });
    await comes(world, 'Eve');
    await world.settled();
    await world.app.store.write((work) => removeOutgoingWebhook(work, webhook.portalId, webhook.id));
    await comes(world, 'Frank');
    world.clock.advance(60_000);
    await world.settled();
    expect(handler.received).toHaveLength(1);
  });

  it('can be removed in its own portal only', async () => {
    await world.app.store.write(async (work) => {
      const elsewhere = await work.portals.insertPortal({ memberId: 'e'.repeat(32), language: 'en', now: work.now });
      const receiver = await work.receivers.findReceiver(webhook.receiverId);
      expect(receiver?.portalId).not.toBe(elsewhere);
      expect(await removeOutgoingWebhook(work, elsewhere, webhook.id)).toMatchObject({ reason: 'webhook_not_found' });
    });
  });
});
