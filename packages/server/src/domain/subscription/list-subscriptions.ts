import type { Reading } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import type { User } from '../user/user.ts';
import type { Subscription } from './subscription.ts';

/** Subscriptions of the application that this person may see: administrators see all, others their own. */
export async function listSubscriptions(
  work: Reading,
  application: Application,
  user: User,
): Promise<readonly Subscription[]> {
  const all = await work.subscriptions.listOfApplication(application.id);
  return user.isAdmin ? all : all.filter((one) => one.userId === user.id);
}
