import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import { type AddressFault, addressFault } from '../handler-url.ts';
import { accessPerson } from '../user/change-person.ts';
import type { Placement } from './placement.ts';

export interface NewPlacement extends Omit<Placement, 'id' | 'portalId' | 'applicationId' | 'place'> {
  readonly place: Place;
}

/** What is to be known of a place. */
interface Place {
  readonly code: string;
  /** An application is opened there once: without a person, and once for each. */
  readonly isSingle: boolean;
  /** Something can be shown there to one person alone. */
  readonly isPersonal: boolean;
}

/** One answer lists them all. */
const PLACEMENT_LIMIT = 200;

export type BindRefusal = 'place_not_personal' | 'person_unknown' | 'too_many_placements' | AddressFault['reason'];

/** Opens an application at a place of the portal, beside what it has there already (U7). */
export async function bindPlacement(
  work: UnitOfWork,
  { id: applicationId, portalId }: Application,
  wish: NewPlacement,
): Promise<Outcome<true, BindRefusal>> {
  const { place, userId, handler } = wish;
  if (userId !== 0) {
    if (!place.isPersonal) return refused('place_not_personal');
    const person = await accessPerson(work, portalId, userId);
    if (!person.ok) return person;
  }
  const fault = addressFault(handler);
  if (fault) return refused(fault.reason, { why: `the address ${fault.why}` });
  // Two calls at once would both find the last room.
  await work.applications.lockApplication(applicationId);
  const known = await work.placements.listOfApplication(applicationId);
  const isTwice = place.isSingle && known.some((one) => one.place === place.code && one.userId === userId);
  if (isTwice) return refused('too_many_placements', { max: 1 });
  if (known.length >= PLACEMENT_LIMIT) return refused('too_many_placements', { max: PLACEMENT_LIMIT });
  await work.placements.insertPlacement({ ...wish, place: place.code, applicationId, portalId }, work.now);
  work.announce({ type: 'placementsChanged', portalId, applicationId });
  return done(true);
}
