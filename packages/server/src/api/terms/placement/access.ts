import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { lookup } from '#api/kernel/definition/lookup.ts';
import type { PlacementOptions } from '#domain/placement/placement.ts';
import { done, refused } from '#kit/outcome.ts';
import { OPTION_REFUSALS, placementOptions } from './options.ts';
import { openPlace } from './places.ts';

/** A place that is open to the calling application. */
export const openedPlace = lookup(['place_unknown'], async ({ caller }, code: string | undefined) => {
  const place = openPlace(code ?? '', applicationOf(caller).scope);
  return place ? done(place) : refused('place_unknown');
});

/** What a place keeps of the options that were sent. */
export const optionsAt = lookup(OPTION_REFUSALS, async (_, code: string | undefined, sent: PlacementOptions = {}) =>
  placementOptions(code ?? '', sent),
);
