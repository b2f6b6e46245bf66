import type { EventDefinition } from '#api/kernel/definition/event.ts';
import { useRefusal } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import { issueTokens } from '#domain/oauth/issue-tokens.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Grant } from './auth.ts';

/** What the application may do in the name of the user on whose behalf it is told of an event. */
export async function grantFor(
  work: Reading,
  application: Application,
  userId: number,
  { grants }: Pick<EventDefinition, 'grants'>,
): Promise<Grant> {
  const user = application.kind !== 'webhook' ? await work.users.findUser(userId) : undefined;
  const mayUse = user !== undefined && !useRefusal(application, user) && (await isWithin(work, application, user));
  return { tokens: mayUse ? issueTokens(work, application, userId) : undefined, isRenewable: grants === 'refresh' };
}

/** A person of its portal, or a bot of its own: in the name of a bot of another application it would act as that. */
async function isWithin(work: Reading, application: Application, user: User): Promise<boolean> {
  if (!user.isBot) return user.portalId === application.portalId;
  return (await work.bots.findBotEver(user.id))?.applicationId === application.id;
}
