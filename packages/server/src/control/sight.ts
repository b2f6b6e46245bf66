import type { Bot } from '#domain/bot/bot.ts';
import { canAdminister } from '#domain/user/administrator.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Asker } from './asker.ts';
import type { ControlledPortal } from './controlled-portal.ts';
import { WrongRequest } from './problem.ts';
import { botCalled } from './terms/bot.ts';

/**
 * Whose traffic somebody may look at: that of every bot, or that of the bots which they registered and whose handlers
 * they see anyway.
 */
export type Sight = { readonly kind: 'everything' } | { readonly kind: 'own bots'; readonly bots: readonly Bot[] };

/** @throws WrongRequest for those who may look at nothing */
export async function sightOf({ store, portalId }: ControlledPortal, asker: Asker): Promise<Sight> {
  if (asker.kind === 'owner' || canAdminister(asker.user)) return { kind: 'everything' };
  const bots = await store.read((work) => botsRegisteredBy(work, portalId, asker.user.id));
  if (bots.length > 0) return { kind: 'own bots', bots };
  throw new WrongRequest('forbidden', 'Only administrators see this, and those who registered a bot as to that bot');
}

export async function botsRegisteredBy(work: Reading, portalId: number, userId: number): Promise<Bot[]> {
  return (await work.bots.listOfPortal(portalId)).filter(({ registeredBy }) => registeredBy === userId);
}

/** What of the log of calls is in sight. */
export function callsIn(sight: Sight): { readonly madeBy?: readonly number[] } {
  return sight.kind === 'everything' ? {} : { madeBy: sight.bots.map(({ id }) => id) };
}

export function isInSight(sight: Sight, receiverId: number): boolean {
  return sight.kind === 'everything' || sight.bots.some((bot) => bot.receiverId === receiverId);
}

/** The bot of that name, or undefined where none is named. What is not in sight is answered as what is not there. */
export async function botInSight(
  { store, portalId }: ControlledPortal,
  sight: Sight,
  name: string | undefined,
): Promise<Bot | undefined> {
  if (name === undefined) return undefined;
  if (sight.kind === 'everything') return store.read((work) => botCalled(work, portalId, name));
  const found = await store.read((work) => botCalled(work, portalId, name)).catch(() => undefined);
  if (found && isInSight(sight, found.receiverId)) return found;
  throw new WrongRequest('forbidden', `"${name}" is no bot that you registered`);
}

/** Receivers whose events are looked for; undefined: all. */
export function receiversOf(sight: Sight, named: Bot | undefined): readonly number[] | undefined {
  if (named) return [named.receiverId];
  return sight.kind === 'everything' ? undefined : sight.bots.map(({ receiverId }) => receiverId);
}
