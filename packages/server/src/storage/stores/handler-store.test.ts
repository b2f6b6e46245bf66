import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the handler store', ({ store, write }) => {
  it('finds the address that was bound last, and the exact one', async () => {
    const { application } = await write(insertPortal);
    const [first, second] = await write(async (work) => [
      await work.handlers.insertHandler(application.id, 'messageAdded', 'http://a.example/'),
      await work.handlers.insertHandler(application.id, 'messageAdded', 'http://b.example/'),
    ]);
    await store().read(async (work) => {
      expect(await work.handlers.findBound(application.id, 'messageAdded')).toEqual(second);
      expect(await work.handlers.findExact(application.id, 'messageAdded', 'http://a.example/')).toEqual(first);
      expect(await work.handlers.findHandler(second?.id ?? 0)).toEqual(second);
      expect(await work.handlers.findBound(application.id, 'botDeleted')).toBeUndefined();
    });
  });

  it('unbinds one event', async () => {
    const { application } = await write(insertPortal);
    await write(async (work) => {
      await work.handlers.insertHandler(application.id, 'messageAdded', 'http://a.example/');
      await work.handlers.insertHandler(application.id, 'botDeleted', 'http://a.example/');
      await work.handlers.deleteBound(application.id, 'messageAdded');
    });
    await store().read(async (work) => {
      expect(await work.handlers.findBound(application.id, 'messageAdded')).toBeUndefined();
      expect((await work.handlers.findBound(application.id, 'botDeleted'))?.url).toBe('http://a.example/');
    });
  });
});
