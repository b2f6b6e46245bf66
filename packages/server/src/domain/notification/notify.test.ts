import { expect, it } from 'vitest';
import type { User } from '#domain/user/user.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';
import { deleteTagged } from './delete-notifications.ts';
import { listNotifications } from './list-notifications.ts';
import { FROM_APPLICATION, MOST_NOTIFICATIONS, type NotificationDraft } from './notification.ts';
import { tell } from './notify.ts';
import { markFrom } from './read-notifications.ts';

const draft = (user: User, more: Partial<NotificationDraft> = {}): NotificationDraft => ({
  ...FROM_APPLICATION,
  userId: user.id,
  authorId: 0,
  applicationId: null,
  tag: null,
  subTag: null,
  subjectId: 0,
  text: 'Reminder',
  attach: null,
  isOpen: false,
  ...more,
});

onEachDatabase('what people are told', (test) => {
  const { write, store, clock } = test;
  const told = (user: User, more?: Partial<NotificationDraft>) => write((work) => tell(work, user, draft(user, more)));
  const tellMany = (user: User, count: number) =>
    store().writeWith((session) =>
      session.exec(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
         insert into notification(user_id, author_id, module, event, subject_id, text, folded, is_open, created_at)
         select ${user.id}, 0, 'rest', 'rest_notify', 0, 'N' || i, '', 0, 0 from n`,
      ),
    );
  const page = (user: User) => store().read((work) => listNotifications(work, user, undefined, 50));

  it('stands in one place for each of them, which no chat has', async () => {
    const { alice, bob } = await write(insertPortal);
    for (const user of [alice, bob, alice]) await told(user);
    const places = [(await page(alice))?.chatId, (await page(bob))?.chatId];
    expect(new Set(places).size).toBe(2);
    await store().read(async (work) => {
      for (const id of places) expect(await work.chats.findChat(id ?? 0)).toBeUndefined();
    });
  });

  it('is in the order of its times, also when the clock was set back', async () => {
    const { alice } = await write(insertPortal);
    const first = await told(alice);
    clock.set(-60_000);
    const second = await told(alice);
    expect(second.createdAt).toBe(first.createdAt);
    expect((await page(alice))?.notifications.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('is kept up to so many for each, the newest', async () => {
    const { alice, bob } = await write(insertPortal);
    const bobs = await told(bob);
    const old = await told(alice);
    await tellMany(alice, MOST_NOTIFICATIONS - 1);
    expect((await page(alice))?.total).toBe(MOST_NOTIFICATIONS);
    const newest = await told(alice);
    const { notifications, total } = (await page(alice)) ?? {};
    expect(total).toBe(MOST_NOTIFICATIONS);
    expect(notifications?.[0]?.id).toBe(newest.id);
    await store().read(async (work) => {
      expect(await work.notifications.findNotification(old.id)).toBeUndefined();
      expect(await work.notifications.findNotification(bobs.id)).toBeDefined();
    });
  });

  it('is read so many at a time', async () => {
    const { alice, bob } = await write(insertPortal);
    for (let n = 0; n < 5; n += 1) await told(alice);
    await told(alice, { isOpen: true });
    await told(bob);
    const steps: number[] = [];
    for (let read = 2; read === 2; steps.push(read)) read = await write((work) => markFrom(work, alice, 0, true, 2));
    expect(steps).toEqual([2, 2, 1]);
    // One that waits for a button, and what another person was told.
    expect([(await page(alice))?.unread, (await page(bob))?.unread]).toEqual([1, 1]);
    expect(await write((work) => markFrom(work, alice, 0, false, 10))).toBe(5);
  });

  it('is taken away by its tag so many at a time, and it is said whether something was', async () => {
    const { alice, bob, application } = await write(insertPortal);
    const mine = { applicationId: application.id, subTag: 'S' };
    for (const user of [alice, bob, alice, bob]) await told(user, mine);
    await told(alice, { subTag: 'S' });
    const step = () => write((work) => deleteTagged(work, application, 'subTag', 'S', 2));
    expect([await step(), await step(), await step()]).toEqual(['some', 'all', 'nothing']);
    expect([(await page(alice))?.total, await page(bob)]).toEqual([1, undefined]);
  });

  it('is replaced by the next with its tag for the same person alone', async () => {
    const { alice, bob, application } = await write(insertPortal);
    const mine = { applicationId: application.id, tag: 'T' };
    const [first, bobs] = [await told(alice, mine), await told(bob, mine)];
    const second = await told(alice, mine);
    expect((await page(alice))?.notifications.map(({ id }) => id)).toEqual([second.id]);
    expect((await page(bob))?.notifications.map(({ id }) => id)).toEqual([bobs.id]);
    expect(first.id).toBeLessThan(second.id);
  });
});
