import { expect, it } from 'vitest';
import type { UserFieldDraft } from '#domain/user-field/user-field.ts';
import { onEachDatabase } from '../../../test/databases.ts';
import { insertPortal } from '../../../test/portal-in-store.ts';

const draft: UserFieldDraft = {
  portalId: 1,
  code: 'SKILL',
  type: 'enumeration',
  externalId: null,
  sort: 100,
  isMultiple: true,
  isMandatory: false,
  isSearchable: true,
  isFilter: false,
  isListed: true,
  isEditable: false,
  settings: { rows: 1 },
  labels: { form: { en: 'Skill' } },
};

onEachDatabase('the stores of fields', ({ store, write }) => {
  it('give a field back with its choices, in their order', async () => {
    const { portalId } = await write(insertPortal);
    const id = await write((work) => work.userFields.insertField({ ...draft, portalId }));
    await write(async (work) => {
      await work.userFields.insertChoice(id, { value: 'low', sort: 20, isDefault: false, externalId: 'l' });
      await work.userFields.insertChoice(id, { value: 'high', sort: 10, isDefault: true, externalId: 'h' });
    });
    const [field] = await store().read((work) => work.userFields.listOfPortal(portalId));
    expect(field).toMatchObject({
      ...draft,
      id,
      portalId,
      choices: [{ value: 'high', isDefault: true }, { value: 'low' }],
    });
    if (field) await write((work) => work.userFields.updateField({ ...field, sort: 7, externalId: 'x' }));
    const [changed] = await store().read((work) => work.userFields.listOfPortal(portalId));
    expect(changed).toEqual({ ...field, sort: 7, externalId: 'x' });
  });

  it('keep the last values of each person, and nothing of a field that is gone', async () => {
    const { portalId, alice, bob } = await write(insertPortal);
    const id = await write((work) => work.userFields.insertField({ ...draft, portalId }));
    const content = Uint8Array.from([0, 255]);
    const fileId = await write(async (work) => {
      await work.fieldValues.updateValues(id, alice.id, [1]);
      await work.fieldValues.updateValues(id, alice.id, [1, 'two']);
      await work.fieldValues.updateValues(id, bob.id, [3]);
      await work.fieldValues.updateValues(id, bob.id, []);
      return work.fieldValues.insertFile({ fieldId: id, userId: bob.id, name: 'a', content }, work.now);
    });
    await store().read(async (work) => {
      expect([...(await work.fieldValues.listOfField(id))]).toEqual([[alice.id, [1, 'two']]]);
      expect([...((await work.fieldValues.findFile(fileId))?.content ?? [])]).toEqual([0, 255]);
    });
    await write(async (work) => {
      expect(await work.fieldValues.deleteOfField(id, 10)).toBe(1);
      expect(await work.fieldValues.deleteFilesOfField(id, 10)).toBe(1);
      await work.userFields.deleteField(id);
    });
    await store().read(async (work) => {
      expect(await work.userFields.listOfPortal(portalId)).toEqual([]);
      expect((await work.fieldValues.listOfField(id)).size).toBe(0);
      expect(await work.fieldValues.findFile(fileId)).toBeUndefined();
    });
  });
});
