import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal, join, person } from '../../../test/portal-in-store.ts';

onEachDatabase('the user store', ({ clock, store, write }) => {
  it('gives a user back with everything that is known', async () => {
    const { portalId } = await write(insertPortal);
    const draft = person(portalId, 'Élodie', {
      lastName: "O'Hara",
      isAdmin: true,
      isExtranet: true,
      workPosition: 'CEO',
      gender: 'F',
      birthday: '1990-02-28',
      website: 'https://example.com',
      color: 'red',
      photo: 'a.png',
      language: 'fr',
    });
    const made = await write((work) => work.users.insertUser(draft, work.now));
    expect(made).toEqual({
      ...draft,
      id: made.id,
      createdAt: clock.now(),
      changedAt: clock.now(),
      lastActivityAt: null,
      status: null,
      idleSince: null,
    });
    expect(await store().read((work) => work.users.findUser(made.id))).toEqual(made);
  });

  it('keeps ids that are given, and gives ids above 20 itself', async () => {
    const { portalId, alice } = await write(insertPortal);
    expect(alice.id).toBe(1);
    const next = await write((work) => work.users.insertUser(person(portalId, 'Eve'), work.now));
    expect(next.id).toBeGreaterThan(20);
  });

  it('finds people, never bots, by their address in any case', async () => {
    const { portalId, alice } = await write(insertPortal);
    await store().read(async (work) => {
      expect(await work.users.findPersonByEmail(portalId, 'ALICE@Example.com')).toEqual(alice);
      expect(await work.users.findPersonByEmail(portalId, 'echo@example.com')).toBeUndefined();
    });
  });

  it('lists people by id, and any users by their ids', async () => {
    const { portalId, alice, bob, bot } = await write(insertPortal);
    await store().read(async (work) => {
      expect(await work.users.listPeople(portalId)).toEqual([alice, bob]);
      expect((await work.users.findUsers([bot.id, alice.id, 999])).map(({ id }) => id)).toEqual([alice.id, bot.id]);
      expect(await work.users.findUsers([])).toEqual([]);
    });
  });

  it('knows with whom somebody shares a chat', async () => {
    const { alice, bob, bot, chat } = await write(insertPortal);
    await write(async (work) => {
      await join(work, chat, alice);
      await join(work, chat, bob);
    });
    await store().read(async (work) => {
      expect((await work.users.listContactsOf(alice.id)).sort()).toEqual([alice.id, bob.id]);
      expect(await work.users.findSharedChat(alice.id, bob.id)).toBe(chat.id);
      expect(await work.users.findSharedChat(alice.id, bot.id)).toBeUndefined();
    });
  });

  it('changes a user and remembers when they were last active', async () => {
    const { alice } = await write(insertPortal);
    await write(async (work) => {
      await work.users.updateUser({ ...alice, name: 'Alicia', isActive: false }, work.now);
      await work.users.updateLastActivity(alice.id, 77);
    });
    expect(await store().read((work) => work.users.findUser(alice.id))).toEqual({
      ...alice,
      name: 'Alicia',
      isActive: false,
      lastActivityAt: 77,
    });
  });

  it('keeps the status of a user whatever else is changed of them', async () => {
    const { alice } = await write(insertPortal);
    await write((work) => work.users.updateStatus(alice.id, 'away'));
    await write((work) => work.users.updateIdleSince(alice.id, 77));
    await write((work) => work.users.updateUser({ ...alice, name: 'Alicia' }, work.now));
    const found = () => store().read((work) => work.users.findUser(alice.id));
    expect(await found()).toMatchObject({ name: 'Alicia', status: 'away', idleSince: 77 });
    await write((work) => work.users.updateIdleSince(alice.id, null));
    expect(await found()).toMatchObject({ status: 'away', idleSince: null });
  });
});
