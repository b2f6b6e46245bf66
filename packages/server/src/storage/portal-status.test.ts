import { expect, it } from 'vitest';
import { namedApplication } from '#domain/application/application.ts';
import { FIRST_GENERATION } from '#domain/bot/bot.ts';
import { onEachDatabase } from '../../test/databases.ts';
import { firstStart } from '../first-start.ts';
import { countWaitingIn, portalStatus } from './portal-status.ts';
import { outbox } from './stores/outbox.ts';

onEachDatabase('the status of a portal', ({ store, write, clock }) => {
  const CHAT = 7;

  /** Its cast, and a bot that was told something in a chat. */
  async function portalWithBot(): Promise<{ portalId: number; botId: number; receiverId: number; eventId: number }> {
    const { portalId, people } = await firstStart(store(), { withCast: true });
    return write(async (work) => {
      const { id: _, ...someone } = { ...people[0], portalId } as (typeof people)[number];
      const user = await work.users.insertUser({ ...someone, isBot: true, name: 'Echo', lastName: '' }, work.now);
      const application = await work.applications.insertApplication(
        namedApplication(portalId, 'app', 'token'),
        work.now,
      );
      const bot = await work.bots.insertBot(
        {
          id: user.id,
          portalId,
          applicationId: application.id,
          generation: 'v1',
          code: 'echo',
          type: 'bot',
          isOpenline: false,
          isHidden: true,
          ...FIRST_GENERATION,
        },
        work.now,
      );
      const eventId = await work.events.insertEvent(
        bot.receiverId,
        CHAT,
        { type: 'botDeleted', userId: 1, code: 'echo' },
        work.now,
      );
      return { portalId, botId: bot.id, receiverId: bot.receiverId, eventId };
    });
  }

  const status = (portalId: number) => portalStatus((look) => store().readWith(look), portalId, clock.now());

  const quiet = {
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
  };

  it('counts people, and what waits for each bot since when', async () => {
    const { portalId, botId } = await portalWithBot();
    clock.advance(90_000);
    expect(await status(portalId)).toEqual({
      people: 4,
      bots: [
        {
          id: botId,
          name: 'Echo',
          code: 'echo',
          isInstalled: true,
          events: 'webhook',
          waiting: 1,
          lagMs: 90_000,
          ...quiet,
        },
      ],
      laggards: [],
      events: { pending: 1, kept: 0, delivered: 0, dead: 0, dropped: 0 },
    });
    expect(await store().readWith((session) => countWaitingIn(session, CHAT))).toBe(1);
    expect(await store().readWith((session) => countWaitingIn(session, CHAT + 1))).toBe(0);
  });

  it('says that a bot is up to date when all has arrived, and how often in a row it did not', async () => {
    const { portalId, receiverId, eventId } = await portalWithBot();
    await store().writeWith(async (session) => {
      await outbox(session).lockReceiver(receiverId, 'me', 1000, 2000);
      await outbox(session).updateHealth(receiverId, 3, 0);
      await outbox(session).updateDelivered(eventId, 200, 3, 1500);
    });
    expect(await status(portalId)).toMatchObject({
      bots: [{ waiting: 0, lagMs: 0, failures: 3 }],
      events: { pending: 0, delivered: 1 },
    });
    expect((await status(portalId + 1)).bots).toEqual([]);
  });

  it('says why the last try failed, while there are failures', async () => {
    const { portalId, receiverId, eventId } = await portalWithBot();
    const tried = { eventId, durationMs: 1, cause: null, answer: null, sent: null };
    await store().writeWith(async (session) => {
      const box = outbox(session);
      await box.lockReceiver(receiverId, 'me', 1000, 2000);
      await box.updateNextTry(eventId, 1100, 1200);
      await box.insertAttempt({ ...tried, at: 1100, status: 500, error: null });
      await box.updateNextTry(eventId, 1200, 1300);
      await box.insertAttempt({ ...tried, at: 1200, status: null, error: 'connection refused by bot.example' });
      await box.updateHealth(receiverId, 1, 0);
    });
    const lastFailure = { at: 1200, status: null, error: 'connection refused by bot.example' };
    expect(await status(portalId)).toMatchObject({ bots: [{ waiting: 1, failures: 1, lastFailure }] });
    await store().writeWith((session) => outbox(session).updateHealth(receiverId, 0, 0));
    expect(await status(portalId)).toMatchObject({ bots: [{ failures: 0, lastFailure: null }] });
  });

  it('says of what waits and what was given up the failure that came later', async () => {
    const { portalId, receiverId, eventId } = await portalWithBot();
    const other = await write((work) =>
      work.events.insertEvent(receiverId, CHAT + 1, { type: 'botDeleted', userId: 1, code: 'e' }, work.now),
    );
    const tried = { durationMs: 1, error: null, cause: null, answer: null, sent: null };
    await store().writeWith(async (session) => {
      const box = outbox(session);
      await box.lockReceiver(receiverId, 'me', 1000, 2000);
      await box.insertAttempt({ ...tried, eventId: other, at: 1_100, status: 404 });
      await box.updateFinished(other, 'dead', 1_100);
      await box.updateNextTry(eventId, 1_200, 1_300);
      await box.insertAttempt({ ...tried, eventId, at: 1_200, status: 500 });
      await box.updateHealth(receiverId, 2, 0);
    });
    expect(await status(portalId)).toMatchObject({ bots: [{ lastFailure: { at: 1_200, status: 500 } }] });
    await store().writeWith((session) =>
      outbox(session).insertAttempt({ ...tried, eventId: other, at: 1_400, status: 410 }),
    );
    expect(await status(portalId)).toMatchObject({ bots: [{ lastFailure: { at: 1_400, status: 410 } }] });
  });

  it('says of a bot whether it is paused, what was given up and why, and how long it takes to answer', async () => {
    const { portalId, receiverId, eventId } = await portalWithBot();
    const tell = () =>
      write((work) =>
        work.events.insertEvent(receiverId, CHAT, { type: 'botDeleted', userId: 1, code: 'e' }, work.now),
      );
    const delivered = [await tell(), await tell(), await tell()];
    await store().writeWith(async (session) => {
      const box = outbox(session);
      for (const [index, id] of delivered.entries()) await box.updateDelivered(id, 200, 10 * index, 1_500 + index);
      await box.updateFinished(eventId, 'dead', 1_600);
      await box.insertAttempt({
        eventId,
        at: 1_600,
        durationMs: 1,
        status: 404,
        error: null,
        cause: null,
        answer: '',
        sent: null,
      });
      await box.updatePaused(receiverId, 1_700);
      await box.updateRetries(receiverId, false);
    });
    const lastFailure = { at: 1_600, status: 404, error: null, cause: null };
    const known = { dead: 1, retries: false, pausedAt: 1_700, nextTryAt: null, lastSuccessAt: 1_502, lastFailure };
    expect((await status(portalId)).bots).toMatchObject([{ ...known, answerMs: { p50: 10, p99: 20 } }]);
  });

  it('says when what failed is tried again', async () => {
    const { portalId, receiverId, eventId } = await portalWithBot();
    const nextTryAt = clock.now() + 5_000;
    await store().writeWith(async (session) => {
      await outbox(session).lockReceiver(receiverId, 'me', 1000, 2000);
      await outbox(session).updateNextTry(eventId, clock.now(), nextTryAt);
    });
    expect((await status(portalId)).bots).toMatchObject([{ nextTryAt }]);
    await store().writeWith((session) => outbox(session).updateHealth(receiverId, 3, nextTryAt + 1));
    expect((await status(portalId)).bots).toMatchObject([{ nextTryAt: nextTryAt + 1 }]);
  });

  it('names the addresses of applications and outgoing webhooks that lag behind, and no others', async () => {
    const { portalId } = await portalWithBot();
    await write(async (work) => {
      const application = await work.applications.findByClientId(portalId, 'app');
      const ref = application?.id ?? 0;
      const at = (address: string) =>
        work.receivers.insertReceiver({ portalId, kind: 'application', ref, address: `https://${address}/secret` });
      const token = { portalId, userId: 1, title: 'To the warehouse', applicationToken: 'token' };
      const webhook = await work.outgoingWebhooks.insertWebhook(token, 'https://warehouse.example/', work.now);
      const event = { type: 'userAdded', userId: 1, personId: 1 } as const;
      await at('idle.example');
      for (const id of [(await at('busy.example')).id, webhook.receiverId])
        await work.events.insertEvent(id, 0, event, work.now);
    });
    clock.advance(1_000);
    const lags = { waiting: 1, lagMs: 1_000, ...quiet };
    expect((await status(portalId)).laggards).toEqual([
      { kind: 'webhook', name: 'To the warehouse', address: 'https://warehouse.example', ...lags },
      { kind: 'application', name: 'app', address: 'https://busy.example', ...lags },
    ]);
    expect((await status(portalId + 1)).laggards).toEqual([]);
  });
});
