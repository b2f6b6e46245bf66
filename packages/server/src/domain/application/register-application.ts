import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { parseHandlerUrl } from '../handler-url.ts';
import type { User } from '../user/user.ts';
import type { Application } from './application.ts';
import { finishInstallation } from './finish-installation.ts';

/** What its owner says of an application. */
export interface ApplicationCard {
  readonly title: string;
  readonly handlerUrl: string;
  readonly installUrl: string;
  readonly isApiOnly: boolean;
  readonly scope: readonly string[];
  readonly allowedUserIds: readonly number[] | null;
}

export type CardRefusal = 'title_missing' | 'wrong_handler' | 'wrong_install_url';

/** Characters of a client secret: guessing one of 36^50 is hopeless. */
const SECRET_LENGTH = 50;

/**
 * A new application of this portal, with a client id and a secret of its own. One without an interface counts as
 * installed at once; one with an interface says itself when it is.
 */
export async function registerApplication(
  work: UnitOfWork,
  owner: User,
  card: ApplicationCard,
): Promise<Outcome<{ application: Application; clientSecret: string }, CardRefusal>> {
  const refusal = cardRefusal(card);
  if (refusal) return refused(refusal);
  const clientSecret = work.random.code(SECRET_LENGTH);
  const application = await work.applications.insertApplication(
    {
      ...card,
      scope: [...new Set(card.scope)],
      portalId: owner.portalId,
      kind: 'local',
      clientId: newClientId(work),
      applicationToken: work.random.hex(32),
      status: 'L',
      version: 1,
      ownerId: owner.id,
      isInstalled: false,
    },
    work.now,
    clientSecret,
  );
  if (card.isApiOnly) await finishInstallation(work, application, owner);
  return done({ application: { ...application, isInstalled: card.isApiOnly }, clientSecret });
}

/** Why an application cannot be as its card says. */
export function cardRefusal({ title, handlerUrl, installUrl }: ApplicationCard): CardRefusal | undefined {
  if (title.trim() === '') return 'title_missing';
  if (parseHandlerUrl(handlerUrl) === undefined) return 'wrong_handler';
  return installUrl !== '' && parseHandlerUrl(installUrl) === undefined ? 'wrong_install_url' : undefined;
}

/** `local.<14 hex digits>.<8 digits>`: programs tell applications of one portal from those of a market by it. */
function newClientId(work: Reading): string {
  const digits = String(Math.floor(work.random.fraction() * 1e8)).padStart(8, '0');
  return `local.${work.random.hex(14)}.${digits}`;
}
