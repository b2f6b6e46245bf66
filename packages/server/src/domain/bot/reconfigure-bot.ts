import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { userOf } from './access-bot.ts';
import type { Bot, BotFeatures } from './bot.ts';
import { changeProfile } from './change-bot.ts';
import { type NewWay, redirectBot } from './redirect-bot.ts';
import type { BotProfile } from './register-bot.ts';
import { rotateToken } from './rotate-token.ts';

/** What a bot of generation 2 is to be from now on; what is left out stays. */
export interface Reconfiguration {
  readonly profile: Partial<BotProfile>;
  readonly features: BotFeatureChange;
  readonly way: NewWay;
  readonly botToken: string | undefined;
}

export type BotFeatureChange = {
  readonly [K in 'hasReactions' | 'background']?: BotFeatures[K] | undefined;
} & { readonly [K in 'isHidden' | 'isOpenline']?: Bot[K] | undefined };

/** All of it or nothing. goes on: many events wait, and some of them are to be moved yet; the same once more. */
export async function reconfigureBot(
  work: UnitOfWork,
  actor: User,
  bot: Bot,
  { profile, features, way, botToken }: Reconfiguration,
): Promise<Outcome<Bot | 'goes on', 'no_address' | 'token_taken' | 'bot_token_too_long'>> {
  await work.applications.lockApplication(bot.applicationId);
  const redirected = await redirectBot(work, bot, way);
  if (!redirected.ok) return redirected;
  if (redirected.value === 'goes on') return done('goes on');
  const { lastName, ...others } = profile;
  // A bot of generation 1 may have nothing but a last name.
  const isNameless = lastName === '' && (others.name ?? (await userOf(work, bot)).name) === '';
  await changeProfile(work, bot, isNameless || lastName === undefined ? others : { ...others, lastName });
  await work.bots.updateFeatures(bot.id, features);
  if (botToken !== undefined) {
    const rotated = await rotateToken(work, actor, bot, botToken);
    if (!rotated.ok) return rotated;
  }
  work.announce({ type: 'receiverSetUp', portalId: bot.portalId, receiverId: bot.receiverId });
  return done((await work.bots.findBot(bot.id)) ?? bot);
}
