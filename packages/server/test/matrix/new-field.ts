import { NEW_FIELD } from '../../src/api/user-field/params.ts';
import { addUserField } from '../../src/domain/user-field/shape-field.ts';
import type { World } from '../world.ts';

/** A further field of the people of a portal. */
export async function newField(world: World, portalId: number, name: string): Promise<number> {
  const draft = {
    ...NEW_FIELD,
    portalId,
    code: name.toUpperCase(),
    type: 'string',
    isMultiple: false,
    labels: {},
  } as const;
  const added = await world.app.store.write((work) => addUserField(work, draft, []));
  if (!added.ok) throw new Error(`There is no field ${name}: ${added.reason}`);
  return added.value;
}
