import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';

/** Which of an application's placements are meant. */
export interface UnbindRequest {
  readonly place: string;
  /** The address that is opened; undefined: any. */
  readonly handler: string | undefined;
  /** Whom it is shown to, 0 for everybody; undefined: anybody. */
  readonly userId: number | undefined;
}

/** Opens the application there no more; answers how many placements there were. */
export async function unbindPlacement(
  work: UnitOfWork,
  { id: applicationId, portalId }: Application,
  { place, handler, userId }: UnbindRequest,
): Promise<number> {
  await work.applications.lockApplication(applicationId);
  const meant = (await work.placements.listOfApplication(applicationId)).filter(
    (one) =>
      one.place === place &&
      (handler === undefined || one.handler === handler) &&
      (userId === undefined || one.userId === userId),
  );
  for (const { id } of meant) await work.placements.deletePlacement(id);
  if (meant.length > 0) work.announce({ type: 'placementsChanged', portalId, applicationId });
  return meant.length;
}
