import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Application } from './application.ts';
import { lockApplication } from './lock-application.ts';
import { notifyApplication } from './notify-application.ts';
import { type ApplicationCard, type CardRefusal, cardRefusal } from './register-application.ts';

/** What can be changed without installing it once more. */
export type ApplicationChange = Partial<Omit<ApplicationCard, 'isApiOnly'>>;

/** The next version of an application: its tokens may do what the new one may, and it hears what it asked for (N6). */
export async function changeApplication(
  work: UnitOfWork,
  known: Application,
  change: ApplicationChange,
  actor: User,
): Promise<Outcome<Application, CardRefusal>> {
  const application = await lockApplication(work, known);
  const changed = { ...application, ...change };
  const refusal = cardRefusal(changed);
  if (refusal) return refused(refusal);
  const next = { ...changed, scope: [...new Set(changed.scope)], version: application.version + 1 };
  await work.applications.updateApplication(next);
  // Others may use it than before, or it is called something else.
  work.announce({ type: 'placementsChanged', portalId: next.portalId, applicationId: next.id });
  await notifyApplication(work, next, {
    type: 'applicationUpdated',
    userId: actor.id,
    version: String(next.version),
    previousVersion: String(application.version),
  });
  return done(next);
}
