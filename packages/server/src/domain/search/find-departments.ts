import { tokens } from '#kit/words.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { inOrder, type NamedDepartment, withFullNames } from '../department/department.ts';
import type { User } from '../user/user.ts';
import { wordsOfPhrase } from './phrase.ts';

/** Departments whose full names have words that begin as those of the phrase do, as they stand in the structure (G45). */
export async function findDepartments(work: Reading, viewer: User, phrase: string): Promise<NamedDepartment[]> {
  const all = inOrder(await work.departments.listOfPortal(viewer.portalId));
  const words = wordsOfPhrase(phrase);
  const named = withFullNames(all.map(({ department }) => department));
  return named.filter(({ fullName }) => {
    const its = tokens(fullName);
    return words.every((word) => its.some((one) => one.startsWith(word)));
  });
}
