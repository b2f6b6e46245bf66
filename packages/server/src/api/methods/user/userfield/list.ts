import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { Page } from '#api/kernel/definition/page.ts';
import { toId, toText } from '#api/kernel/wire/read.ts';
import { meetsAll } from '#api/terms/list/conditions.ts';
import { filterMap, userFieldOrder } from '#api/terms/list/params.ts';
import { sortBy, toSortKeys } from '#api/terms/list/sort.ts';
import { administrator } from '#api/terms/person/access.ts';
import { fieldFact } from '#api/terms/user-field/facts.ts';
import { presentUserField } from '#api/terms/user-field/present.ts';
import { userFieldRow } from '#api/terms/user-field/rows.ts';
import { exampleField, userFieldSchema } from '#api/terms/user-field/schema.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'user.userfield.list',
  summary: 'Lists the fields of people that the portal has made for itself.',
  page: 'api-reference/user/userfields/user-userfield-list',
  scope: 'user.userfield',
  reads: true,
  isPaged: true,
  params: {
    order: userFieldOrder,
    filter: filterMap('Conditions by field, with the prefixes of user.get; LANG: a language to tell the labels in'),
  },
  guards: [administrator],
  errors: [userFieldRow.notAdministrator, { ...userFieldRow.idInvalid, when: asksForWrongId }],
  result: z.array(userFieldSchema),
  example: {
    params: { order: { ID: 'desc' } },
    result: [exampleField],
  },
  async handle({ work, caller, params }) {
    const isWanted = meetsAll(params.filter, fieldFact);
    const found = (await work.userFields.listOfPortal(caller.portal.id)).filter((one) => isWanted(one, work.now));
    const sorted = sortBy(found, toSortKeys(undefined, params.order), fieldFact, work.now);
    const language = toText(conditionOn(params.filter, 'LANG'))?.toLowerCase();
    return done(
      new Page(
        sorted.map((one) => presentUserField(one, language)),
        sorted.length,
      ),
    );
  },
});

type Filter = Readonly<Record<string, unknown>> | undefined;

function asksForWrongId({ filter }: { readonly filter: Filter }): boolean {
  return [conditionOn(filter, 'ID')].flat().some((id) => id !== undefined && !toId(id));
}

function conditionOn(filter: Filter, name: string): unknown {
  return Object.entries(filter ?? {}).findLast(([key]) => key.trim().toUpperCase() === name)?.[1];
}
