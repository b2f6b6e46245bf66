import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the image store', ({ store, write }) => {
  it('gives the bytes of an image back as they were', async () => {
    const { portalId } = await write(insertPortal);
    const content = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await write((work) =>
      work.images.insertImage(portalId, { name: 'a.png', mediaType: 'image/png', content }, work.now),
    );
    const found = await store().read((work) => work.images.findImage('a.png'));
    expect(found?.mediaType).toBe('image/png');
    expect([...(found?.content ?? [])]).toEqual([...content]);
  });

  it('knows ids by name, and 0 for a name that is not there', async () => {
    const { portalId } = await write(insertPortal);
    await write((work) =>
      work.images.insertImage(portalId, { name: 'a.png', mediaType: 'image/png', content: new Uint8Array() }, work.now),
    );
    expect(await store().read((work) => work.images.findImageId('a.png'))).toBeGreaterThan(0);
    expect(await store().read((work) => work.images.findImageId('b.png'))).toBeUndefined();
  });
});
