import { useRefusal } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import type { Placement } from '#domain/placement/placement.ts';
import { canAdminister } from '#domain/user/administrator.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** Where the messenger opens applications. */
export const MESSENGER_PLACES = ['IM_CONTEXT_MENU', 'IM_NAVIGATION', 'IM_SIDEBAR', 'IM_TEXTAREA'] as const;
type MessengerPlace = (typeof MESSENGER_PLACES)[number];

/** A placement with whose it is. */
export interface OpenPlacement {
  readonly place: MessengerPlace;
  readonly placement: Placement;
  readonly application: Application;
}

/** What a person can open at the places of the messenger, in the order it was bound. */
export async function listOpenPlacements(work: Reading, portalId: number, person: User): Promise<OpenPlacement[]> {
  const open = [];
  for (const placement of await work.placements.listOfPortal(portalId)) {
    const place = MESSENGER_PLACES.find((one) => one === placement.place);
    if (!place) continue;
    const application = await work.applications.findApplication(placement.applicationId);
    if (application && isShownTo(placement, application, person)) open.push({ place, placement, application });
  }
  return open;
}

/** Nothing is shown before the application is installed, not even to administrators. */
export function isShownTo(placement: Placement, application: Application, person: User): boolean {
  const { extranet, role } = placement.options;
  return (
    application.isInstalled &&
    useRefusal(application, person) === undefined &&
    (placement.userId === 0 || placement.userId === person.id) &&
    (role !== 'ADMIN' || canAdminister(person)) &&
    (extranet === 'Y' || !person.isExtranet)
  );
}
