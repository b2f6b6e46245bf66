import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { isBotToken, tokenApplication } from '../application/application.ts';
import type { User } from '../user/user.ts';
import type { Bot } from './bot.ts';

/**
 * A bot belongs to another bot token from now on; others of the old one stay with that (V7). That some other bot has the
 * new token is not told in other words than any failure. One that an application owns has no bot token (V1).
 */
export async function rotateToken(
  work: UnitOfWork,
  actor: User,
  bot: Bot,
  botToken: string,
): Promise<Outcome<true, 'token_taken' | 'bot_token_too_long'>> {
  const owner = await work.applications.findApplication(bot.applicationId);
  if (owner?.kind !== 'token') return done(true);
  if (!isBotToken(botToken)) return refused('bot_token_too_long');
  const known = await work.applications.findByBotToken(bot.portalId, botToken);
  if (known?.id === owner.id) return done(true);
  if (known) await work.applications.lockApplication(known.id);
  if (known && (await work.bots.listOfApplication(known.id)).length > 0) return refused('token_taken');
  const next =
    known ??
    (await work.applications.insertApplication(
      tokenApplication(bot.portalId, botToken, work.random.hex(16), actor.id),
      work.now,
      undefined,
      botToken,
    ));
  await work.bots.updateOwner(bot.id, next.id);
  return done(true);
}
