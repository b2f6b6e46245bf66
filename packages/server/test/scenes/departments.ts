import { Profile } from '#domain/user/profile.ts';
import type { World } from '../world.ts';
import { changeUser } from './people.ts';

/** The company itself, in which everybody of the cast works but the guest. */
export async function company(world: World): Promise<number> {
  const [root] = await world.app.store.read((work) => work.departments.listOfPortal(world.app.cast.portalId));
  if (!root) throw new Error('There is no company');
  return root.id;
}

/** A department, in the company unless it is told where. */
export async function department(
  world: World,
  name: string,
  { headId = null, parentId }: { readonly headId?: number | null; readonly parentId?: number } = {},
): Promise<number> {
  const draft = { portalId: world.app.cast.portalId, name, parentId: parentId ?? (await company(world)), headId };
  const { id } = await world.app.store.write((work) => work.departments.insertDepartment(draft, work.now));
  return id;
}

/** Somebody works in these, and can be called. */
export async function worksIn(world: World, userId: number, departmentIds: readonly number[]): Promise<void> {
  const numbers = { personalMobile: '+11234567891', innerPhone: '21' };
  await changeUser(world, userId, { profile: Profile.of(departmentIds, numbers) });
}
