import { expect, it } from 'vitest';
import type { Change } from '#domain/event.ts';
import { onEachDatabase } from '../../test/databases.ts';
import { insertPortal, insertText, person } from '../../test/portal-in-store.ts';
import { StoreRefused } from './session.ts';

onEachDatabase('a store', ({ clock, store, write }) => {
  it('tells of what every unit announced, of all those that are on their way at once', async () => {
    const told: unknown[] = [];
    store().onCommit((changes) => told.push(...changes.map((change) => change.type === 'typing' && change.chatId)));
    const chatIds = Array.from({ length: 8 }, (_, i) => i + 1);
    const typing = (chatId: number) => ({ type: 'typing', portalId: 1, chatId, userId: 1 }) as const;
    await Promise.all(chatIds.map((chatId) => write(async (work) => work.announce(typing(chatId)))));
    // Listeners are told after those who waited for the commit.
    await new Promise(setImmediate);
    expect(new Set(told)).toEqual(new Set(chatIds));
    expect(told).toHaveLength(chatIds.length);
  });

  it('undoes a unit that throws, whole, and passes on what it threw', async () => {
    const { portalId } = await write(insertPortal);
    const failure = new Error('changed my mind');
    const unit = write(async (work) => {
      await work.users.insertUser(person(portalId, 'Eve'), work.now);
      throw failure;
    });
    await expect(unit).rejects.toBe(failure);
    expect(await store().read((work) => work.users.findPersonByEmail(portalId, 'eve@example.com'))).toBeUndefined();
  });

  it('undoes nobody else with it, of all those that are on their way at once', async () => {
    const { portalId } = await write(insertPortal);
    const units = Array.from({ length: 30 }, (_, index) =>
      write(async (work) => {
        await work.users.insertUser(person(portalId, `Person${index}`), work.now);
        if (index % 3 === 0) throw new Error('refused');
        // A constraint of the database is one more way to fail.
        if (index % 3 === 1) await work.users.insertUser(person(portalId, 'Twin', { id: 1 }), work.now);
      }),
    );
    const settled = await Promise.allSettled(units);
    expect(settled.map(({ status }) => status)).toEqual(
      units.map((_, index) => (index % 3 === 2 ? 'fulfilled' : 'rejected')),
    );
    const people = await store().read((work) => work.users.listPeople(portalId));
    // Units that run beside each other get their ids in any order.
    expect(new Set(people.map(({ name }) => name).filter((name) => name.startsWith('Person')))).toEqual(
      new Set(units.flatMap((_, index) => (index % 3 === 2 ? [`Person${index}`] : []))),
    );
  });

  it('keeps nothing of what an undone unit wrote and read', async () => {
    const { alice, chat } = await write(insertPortal);
    await write((work) => insertText(work, chat, alice, 'first'));
    const undone = write(async (work) => {
      await work.users.updateUser({ ...alice, name: 'Alicia' }, work.now);
      expect(await work.users.findUser(alice.id)).toMatchObject({ name: 'Alicia' });
      await insertText(work, chat, alice, 'second');
      expect(await work.messages.lockLast(chat.id)).toMatchObject({ seq: 2 });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await store().read((work) => work.users.findUser(alice.id))).toMatchObject({ name: 'Alice' });
    expect(await write((work) => work.messages.lockLast(chat.id))).toMatchObject({ seq: 1 });
  });

  it('tells a write that can never succeed from other failures', async () => {
    await write(insertPortal);
    await expect(write(insertPortal)).rejects.toBeInstanceOf(StoreRefused);
    await expect(store().writeWith((session) => session.exec('nonsense'))).rejects.not.toBeInstanceOf(StoreRefused);
  });

  it('refuses to write in a unit that only reads', async () => {
    const { portalId } = await write(insertPortal);
    // Neither compiles, but who gets around the compiler gets no further.
    // @ts-expect-error
    await expect(store().read((work) => work.users.insertUser(person(portalId, 'Eve'), work.now))).rejects.toThrow();
    // @ts-expect-error
    await expect(store().read((work) => work.users.updateLastActivity(1, work.now))).rejects.toThrow();
    await write((work) => work.users.updateLastActivity(1, work.now));
  });

  it('never gives an id again, even when the table was emptied in between', async () => {
    const { chat, alice } = await write(insertPortal);
    const first = await write((work) => insertText(work, chat, alice, 'first'));
    await write((work) => work.messages.deleteOldest(chat.id, 10));
    const second = await write((work) => insertText(work, chat, alice, 'second'));
    expect(second.id).toBeGreaterThan(first.id);
  });

  it('gives all writes of a unit the same time', async () => {
    const times = await write(async (work) => {
      const before = work.now;
      clock.advance(50);
      return [before, work.now];
    });
    expect(times[0]).toBe(times[1]);
  });

  it('tells of changes once they are kept, and of those that were undone never', async () => {
    const told: Change[] = [];
    const change = (messageId: number): Change => ({ type: 'messageAdded', portalId: 1, chatId: 1, messageId });
    store().onCommit((changes) => told.push(...changes));
    const settled = await Promise.allSettled([
      write(async (work) => work.announce(change(1))),
      write(async (work) => {
        work.announce(change(2));
        throw new Error('refused');
      }),
      write(async (work) => work.announce(change(3))),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told.map((one) => 'messageId' in one && one.messageId)).toEqual([1, 3]);
  });

  it('has nothing to announce where it only reads', async () => {
    // @ts-expect-error
    const reading = store().read(async (work) => work.announce({ type: 'typing', portalId: 1, chatId: 1, userId: 1 }));
    await expect(reading).rejects.toThrow('nothing to announce');
  });
});
