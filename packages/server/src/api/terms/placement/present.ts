import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import type { Placement } from '#domain/placement/placement.ts';
import { orEmptyList } from '../basic/keyed.ts';
import { translations } from './params.ts';

export const placementSchema = component(
  'Placement',
  'Where an application is opened',
  z.object({
    placement: z.string(),
    userId: z.number().int().describe('Whom it is shown to; 0: everybody'),
    handler: z.string(),
    options: orEmptyList(z.record(z.string(), z.unknown())),
    title: z.string(),
    description: z.string(),
    langAll: orEmptyList(translations),
  }),
);

export function presentPlacement({ place, userId, handler, options, title, description, translations }: Placement) {
  return {
    placement: place,
    userId,
    handler,
    options: listIfEmpty(options),
    title,
    description,
    // As it was sent, which was looked at then.
    langAll: listIfEmpty(translations) as z.infer<typeof placementSchema>['langAll'],
  };
}

function listIfEmpty<M extends Readonly<Record<string, unknown>>>(map: M): M | never[] {
  return Object.keys(map).length > 0 ? map : [];
}
