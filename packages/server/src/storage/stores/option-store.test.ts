import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

onEachDatabase('the option store', ({ store, write }) => {
  it('keeps the last value of each name, apart for everybody', async () => {
    const { application, alice } = await write(insertPortal);
    await write(async (work) => {
      await work.options.updateOption(application.id, 0, 'color', 'red');
      await work.options.updateOption(application.id, 0, 'color', { name: 'blue' });
      await work.options.updateOption(application.id, alice.id, 'color', 'green');
    });
    await store().read(async (work) => {
      expect(await work.options.listOptions(application.id, 0)).toEqual({ color: { name: 'blue' } });
      expect(await work.options.findOption(application.id, alice.id, 'color')).toBe('green');
      expect(await work.options.findOption(application.id, alice.id, 'size')).toBeUndefined();
    });
    await write((work) => work.options.deleteOfApplication(application.id, 10));
    expect(await store().read((work) => work.options.listOptions(application.id, alice.id))).toEqual({});
  });
});
