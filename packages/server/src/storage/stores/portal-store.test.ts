import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';

onEachDatabase('the portal store', ({ store, write }) => {
  it('answers to every host with the one portal of a fresh install', async () => {
    const id = await write((work) => work.portals.insertPortal({ memberId: 'abc', language: 'de', now: work.now }));
    const portal = {
      id,
      memberId: 'abc',
      language: 'de',
      isClosed: false,
      plan: 'commercial',
      webhookMakers: 'everybody',
    };
    await store().read(async (work) => {
      expect(await work.portals.findByHost('anything.example')).toEqual(portal);
      expect(await work.portals.findPortal(id)).toEqual(portal);
      expect(await work.portals.findPortal(id + 1)).toBeUndefined();
    });
  });

  it('prefers the portal of that very host', async () => {
    const [all, own] = await write(async (work) => [
      await work.portals.insertPortal({ memberId: 'all', language: 'en', now: work.now }),
      await work.portals.insertPortal({ memberId: 'own', language: 'en', now: work.now }),
    ]);
    await store().writeWith((session) =>
      session.query((db) =>
        db
          .updateTable('portal')
          .set({ host: 'own.example' })
          .where('id', '=', own ?? 0),
      ),
    );
    await store().read(async (work) => {
      expect((await work.portals.findByHost('own.example'))?.id).toBe(own);
      expect((await work.portals.findByHost('other.example'))?.id).toBe(all);
    });
  });
});
