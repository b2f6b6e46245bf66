import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import type { Placement } from '#domain/placement/placement.ts';
import { translations } from './params.ts';

/** Where there is nothing, a map is an empty list. */
const orEmpty = <S extends z.ZodType>(map: S) => z.union([map, z.array(z.never())]);

export const placementSchema = component(
  'Placement',
  'Where an application is opened',
  z.object({
    placement: z.string(),
    userId: z.number().int().describe('Whom it is shown to; 0: everybody'),
    handler: z.string(),
    options: orEmpty(z.record(z.string(), z.unknown())),
    title: z.string(),
    description: z.string(),
    langAll: orEmpty(translations),
  }),
);

export function presentPlacement({ place, userId, handler, options, title, description, translations }: Placement) {
  return {
    placement: place,
    userId,
    handler,
    options: orEmptyList(options),
    title,
    description,
    // As it was sent, which was looked at then.
    langAll: orEmptyList(translations) as z.infer<typeof placementSchema>['langAll'],
  };
}

function orEmptyList<M extends Readonly<Record<string, unknown>>>(map: M): M | never[] {
  return Object.keys(map).length > 0 ? map : [];
}
