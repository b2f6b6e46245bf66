import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { type EventOrigin, presentEventAuth } from './auth.ts';
import { grantFor } from './grant.ts';
import { authSchema } from './schema.ts';

export const eventBotSchema = component(
  'EventBotV2',
  'The bot that hears of it, with what to act with',
  z.object({ id: z.number().int(), code: z.string(), auth: authSchema }),
);

/**
 * The bot as it stands in its own events: it acts in the name of the person who registered it. Only who has a secret to
 * show can come back for another token.
 */
export async function presentEventBot(
  context: EventOrigin & { readonly work: Reading; readonly bot: Bot },
): Promise<z.infer<typeof eventBotSchema>> {
  const { work, bot, application } = context;
  const userId = bot.registeredBy || bot.id;
  const { tokens } = await grantFor(work, application, userId, { grants: 'access' });
  const grant = { tokens, isRenewable: application.kind === 'local' };
  return { id: bot.id, code: bot.code, auth: presentEventAuth(context, userId, grant) };
}
