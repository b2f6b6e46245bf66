import { expect, inject, it } from 'vitest';
import { removeChat } from '#domain/chat/remove-chat.ts';
import { sendInto } from '#domain/message/send-message.ts';
import { manualClock } from '#kit/clock.ts';
import { systemRandom } from '#kit/random.ts';
import { openPostgres } from '#storage/postgres-store.ts';
import { testSecrets } from '../databases.ts';
import { insertPortal, join } from '../portal-in-store.ts';
import { FreshDatabases } from './fresh-databases.ts';

/* Units run beside each other on a server. */

it('who writes into a chat while it is removed finds it gone, and the store refuses nothing', async () => {
  const place = inject('postgresServer');
  if (!place) throw new Error('This test needs a PostgreSQL server');
  const pool = await new FreshDatabases(place.address).take();
  const store = await openPostgres(pool, { clock: manualClock(), random: systemRandom, secrets: testSecrets });
  const { alice, chat } = await store.write(async (work) => {
    const portal = await insertPortal(work);
    await join(work, portal.chat, portal.alice);
    return portal;
  });
  let seen: () => void = () => undefined;
  const isSeen = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const removed = isSeen.then(() => store.write((work) => removeChat(work, chat)));
  let tries = 0;
  const sent = store.write(async (work) => {
    tries += 1;
    const found = await work.chats.findChat(chat.id);
    seen();
    await removed;
    return found && sendInto(work, alice, found, { text: 'too late', params: {} });
  });
  expect(await removed).toMatchObject({ ok: true });
  expect(await sent).toBeUndefined();
  expect(tries).toBe(2);
  await store.close();
});
