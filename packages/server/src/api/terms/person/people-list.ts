import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import type { Page } from '#api/kernel/definition/page.ts';
import { visiblePeople } from '#domain/user/visible-users.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { type FactFinder, factFinder } from '../list/facts.ts';
import type { PersonFilter } from '../list/filter.ts';
import { pageOf } from '../list/paging.ts';
import { sortBy, toSortKeys } from '../list/sort.ts';
import { presentPerson } from '../user/present-rest.ts';
import { fieldsOpenTo } from '../user-field/person-fields.ts';
import type { Fact } from './fact.ts';
import { selectFields } from './select-fields.ts';

/** How a list of people is asked for, beside its filter. */
interface Asked {
  readonly sort: unknown;
  readonly order: unknown;
  readonly select: readonly string[];
  readonly start: unknown;
}

/** A page of the people whom the caller may know of and whom the filter lets through, in the fields that are open to them. */
export async function listPeople(
  work: Reading,
  caller: ApiCaller,
  asked: Asked,
  toFilter: (factOf: FactFinder) => PersonFilter,
  moreFacts: Readonly<Record<string, Fact>> = {},
): Promise<Page<Readonly<Record<string, unknown>>>> {
  const open = await fieldsOpenTo(work, caller);
  const factOf = factFinder(open, moreFacts);
  const isWanted = toFilter(factOf);
  const found = (await visiblePeople(work, caller.user)).filter((user) => isWanted(user, work.now));
  const sorted = sortBy(found, toSortKeys(asked.sort, asked.order), factOf, work.now);
  const told = selectFields(asked.select, open);
  const look = { now: work.now, origin: caller.origin };
  return pageOf(sorted, asked.start, (user) => presentPerson(user, told, look));
}
