import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import type { FileStorage } from '#domain/file/file.ts';
import { fullName } from '#domain/user/user.ts';
import { meetsAll } from '../list/conditions.ts';
import { pageOf } from '../list/paging.ts';
import { sortBy, toSortKeys } from '../list/sort.ts';
import { type Fact, numberFact, textFact } from '../person/fact.ts';
import { presentStorage } from './present-drive.ts';

interface Asked {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly order: Readonly<Record<string, unknown>>;
  readonly start: unknown;
}

/** A page of storages that all are the caller's. */
export function listStorages(storages: readonly FileStorage[], { user }: ApiCaller, { filter, order, start }: Asked) {
  const name = fullName(user);
  const facts: Readonly<Record<string, Fact<FileStorage>>> = {
    ID: numberFact(({ id }) => [id]),
    NAME: textFact(() => name),
    CODE: textFact(() => ''),
    MODULE_ID: textFact(() => 'disk'),
    ENTITY_TYPE: textFact(() => 'user'),
    ENTITY_ID: textFact(({ ownerId }) => String(ownerId)),
    ROOT_OBJECT_ID: numberFact(({ rootId }) => [rootId]),
  };
  const factOf = (field: string) => (Object.hasOwn(facts, field) ? facts[field] : undefined);
  const isWanted = meetsAll(filter, factOf);
  const found = storages.filter((one) => isWanted(one, 0));
  return pageOf(sortBy(found, toSortKeys('ID', order), factOf, 0), start, (one) => presentStorage(one, name));
}
