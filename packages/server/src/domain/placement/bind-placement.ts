import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import { type AddressFault, addressFault } from '../handler-url.ts';
import { accessPerson } from '../user/change-person.ts';
import type { Placement } from './placement.ts';
import { type OptionRefusal, placementOptions } from './placement-options.ts';
import { openPlace, PERSONAL_PLACES, SINGLE_PLACES } from './places.ts';

export type NewPlacement = Omit<Placement, 'id' | 'portalId' | 'applicationId'>;

/** One answer lists them all. */
const PLACEMENT_LIMIT = 200;

export type BindRefusal =
  | 'place_unknown'
  | 'place_not_personal'
  | 'person_unknown'
  | 'too_many_placements'
  | AddressFault['reason']
  | OptionRefusal;

/** Opens an application at a place of the portal, beside what it has there already (U7). */
export async function bindPlacement(
  work: UnitOfWork,
  { id: applicationId, portalId, scope }: Application,
  wish: NewPlacement,
): Promise<Outcome<true, BindRefusal>> {
  const { place, userId, handler } = wish;
  if (!openPlace(place, scope)) return refused('place_unknown');
  if (userId !== 0) {
    if (!PERSONAL_PLACES.has(place)) return refused('place_not_personal');
    const person = await accessPerson(work, portalId, userId);
    if (!person.ok) return person;
  }
  const options = placementOptions(place, wish.options);
  if (!options.ok) return options;
  const fault = addressFault(handler);
  if (fault) return refused(fault.reason, { why: `the address ${fault.why}` });
  // Two calls at once would both find the last room.
  await work.applications.lockApplication(applicationId);
  const known = await work.placements.listOfApplication(applicationId);
  const isTwice = SINGLE_PLACES.has(place) && known.some((one) => one.place === place && one.userId === userId);
  if (isTwice) return refused('too_many_placements', { max: 1 });
  if (known.length >= PLACEMENT_LIMIT) return refused('too_many_placements', { max: PLACEMENT_LIMIT });
  await work.placements.insertPlacement({ ...wish, applicationId, portalId, options: options.value }, work.now);
  work.announce({ type: 'placementsChanged', portalId, applicationId });
  return done(true);
}
