import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the placement store', ({ store, write }) => {
  it('keeps placements in the order they were bound, and what they are shown with to the letter', async () => {
    const { application, alice } = await write(insertPortal);
    const texts = { title: 'Deals', description: '', groupName: 'All' };
    const known = {
      portalId: application.portalId,
      applicationId: application.id,
      handler: 'https://a.test/',
      ...texts,
    };
    const maps = { translations: { de: { TITLE: 'Deals' }, EN: {} }, options: { width: 400, context: 'ALL' } };
    const bind = (place: string, userId: number) =>
      write((work) => work.placements.insertPlacement({ ...known, ...maps, place, userId }, work.now));
    const list = () => store().read((work) => work.placements.listOfApplication(application.id));
    await bind('REST_APP_URI', 0);
    await bind('LEFT_MENU', alice.id);
    const [first, second] = await list();
    expect([first, second]).toEqual([
      { id: first?.id, ...known, ...maps, place: 'REST_APP_URI', userId: 0 },
      { id: second?.id, ...known, ...maps, place: 'LEFT_MENU', userId: alice.id },
    ]);
    await write((work) => work.placements.deletePlacement(first?.id ?? 0));
    expect(await list()).toEqual([second]);
    expect(await write((work) => work.placements.deleteOfApplication(application.id, 5))).toBe(1);
    expect(await list()).toEqual([]);
  });
});
