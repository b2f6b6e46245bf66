import type { Person } from '../world.ts';

/** Ids of the dialogs that somebody has searched for, as they come. */
export async function searchedBy(person: Person, params: Record<string, unknown> = {}): Promise<(number | string)[]> {
  const dialogs = await person.ok('im.search.last.get', params);
  return dialogs.map(({ id }: { id: number | string }) => id);
}
