import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { exampleStorage, storageSchema } from '#api/terms/file/schema-drive.ts';
import { listStorages } from '#api/terms/file/storage-list.ts';
import { filterMap, sortMap, start } from '#api/terms/list/params.ts';
import { openStorage } from '#domain/file/open-storage.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'disk.storage.getlist',
  summary: 'Lists the storages that the caller can put files into: their own one.',
  page: 'api-reference/disk/storage/disk-storage-get-list',
  scope: 'disk',
  isPaged: true,
  params: {
    filter: filterMap(
      'Conditions by field; what a key begins with says how to compare: =, !, >, >=, <, <=, @, !@, %, =%',
    ),
    order: field.map('ASC or DESC by field', sortMap),
    start,
  },
  errors: [],
  result: z.array(storageSchema),
  example: { params: { filter: { ENTITY_TYPE: 'user' } }, result: [exampleStorage] },
  async handle({ work, caller, params }) {
    const own = await openStorage(work, caller.portal.id, caller.user.id);
    return done(listStorages([own], caller, params));
  },
});
