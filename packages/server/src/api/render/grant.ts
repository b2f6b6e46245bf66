import { useRefusal } from '../../domain/application/access-application.ts';
import type { Application } from '../../domain/application/application.ts';
import { issueTokens } from '../../domain/oauth/issue-tokens.ts';
import type { UnitOfWork } from '../../storage/unit-of-work.ts';
import type { EventDefinition } from '../kernel/event.ts';
import type { Grant } from '../present/v1/event-auth.ts';

/** What the application may do in the name of the user on whose behalf it is told of an event. */
export async function grantFor(
  work: UnitOfWork,
  application: Application,
  userId: number,
  { grants }: EventDefinition,
): Promise<Grant> {
  const user = application.kind === 'local' ? await work.users.findUser(userId) : undefined;
  const mayUse = user?.portalId === application.portalId && !useRefusal(application, user);
  return { tokens: mayUse ? issueTokens(work, application, userId) : undefined, isRenewable: grants === 'refresh' };
}
