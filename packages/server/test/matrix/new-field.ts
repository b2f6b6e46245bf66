import { NEW_FIELD } from '#api/terms/user-field/params.ts';
import { addUserField } from '#domain/user-field/shape-field.ts';
import type { World } from '../world.ts';
import { mark } from './things.ts';

/** A further field of the people of a portal, and what one of them has in it. */
export async function newField(world: World, portalId: number, name: string, userId: number) {
  const code = name.toUpperCase();
  const draft = { ...NEW_FIELD, portalId, code, type: 'file', isMultiple: false, labels: {} } as const;
  return world.app.store.write(async (work) => {
    const added = await addUserField(work, draft, []);
    if (!added.ok) throw new Error(`There is no field ${name}: ${added.reason}`);
    const fieldId = added.value;
    const content = Buffer.from(`${mark({ name })} file`);
    const file = await work.fieldValues.insertFile({ fieldId, userId, name: 'file.txt', content }, work.now);
    return { field: fieldId, fieldName: `UF_USR_${code}`, file };
  });
}
