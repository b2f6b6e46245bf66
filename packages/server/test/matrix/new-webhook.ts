import { methods } from '#api/methods.generated.ts';
import { issueWebhook, type NewWebhook } from '#domain/webhook/issue-webhook.ts';
import type { World } from '../world.ts';

/** Every permission there is. */
export const EVERY_SCOPE = [...new Set(methods.flatMap(({ scope }) => scope))];

/** A webhook of somebody's, as it stands in an address. */
export async function newWebhook(world: World, userId: number, more: Partial<NewWebhook> = {}): Promise<string> {
  return world.app.store.write(async (work) => {
    const owner = await work.users.findUser(userId);
    if (!owner) throw new Error(`Nobody has the id ${userId}`);
    const { code } = await issueWebhook(work, owner, { scope: [], title: 'For the matrix', ...more });
    return `${owner.id}/${code}`;
  });
}
