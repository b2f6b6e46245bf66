import { z } from 'zod';
import { lenient } from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toId, toInteger, toObject, toText } from '#api/kernel/wire/read.ts';
import { FILTER_VALUES, filterUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

/*
 * Parameters of lists: filter, sort, page.
 */

/** Where the next page begins, as the answer before said. */
export const start = lenient('Where to start, in steps of 50; -1: the first 50, not counted', wire.integer, toInteger);

/** Of lists of which people take as much as they want. */
export const offsetParams = {
  OFFSET: lenient('How many to pass over', wire.count, (raw) => toId(raw) ?? 0, 0),
  LIMIT: field.count('How many at most', { fallback: 10, most: 50 }),
} as const;

const direction = z.enum(['ASC', 'DESC', 'asc', 'desc']);
export const sortMap = component('SortOrder', 'ASC or DESC by field', z.record(z.string(), direction), { ID: 'DESC' });

/** A way alone, or fields with the way of each; anything else is no order. */
const orderField = (description: string) =>
  lenient(description, z.union([direction, sortMap]), (raw) => {
    const way = toText(raw);
    return toObject(raw) ?? (/^(?:asc|desc)$/i.test(way?.trim() ?? '') ? way : undefined);
  });

export const userFieldOrder = orderField('asc or desc by field; ID when left out');

/** Of lists of people. */
export const sortParams = {
  sort: field.optionalText('Field to sort by; ID when left out'),
  order: orderField('ASC or DESC; or the way by field, in the place of sort'),
} as const;

const value = z.union([wire.scalar, z.array(wire.scalar), z.null()]);
const conditions = component(
  'Filter',
  'Conditions by field, all of which are met. What a key begins with says how to compare',
  z.record(z.string(), value),
  { '>=ID': 1 },
);

export const filterMap = (description: string) => field.map(description, conditions, filterUpTo(FILTER_VALUES));
export { conditions };
