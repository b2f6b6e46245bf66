import { type UseRefusal, useRefusal } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import type { Portal } from '#domain/portal.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { type ApiError, systemErrors, type TokenKind } from './api-error.ts';

/** The application, where it may act in the name of that person now. */
export async function usable(work: Reading, applicationId: number, user: User): Promise<Application> {
  const application = await work.applications.findApplication(applicationId);
  if (!application) throw systemErrors.invalidToken();
  const refusal = useRefusal(application, user);
  if (refusal && refusal !== 'dismissed') throw USE_ERRORS[refusal]();
  return application;
}

/** Programs are not answered by a portal that is closed or has no plan for them; its people, on its pages, are. */
export function checkOpen({ isClosed, plan }: Portal, token: TokenKind): void {
  if (isClosed) throw systemErrors.portalClosed();
  if (plan === 'free') throw systemErrors.planTooSmall(token);
}

const USE_ERRORS: Readonly<Record<Exclude<UseRefusal, 'dismissed'>, () => ApiError>> = {
  removed: systemErrors.applicationNotFound,
  not_installed: systemErrors.notInstalled,
  not_allowed: systemErrors.userAccess,
};
