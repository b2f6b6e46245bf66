import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import type { Bot } from '#domain/bot/bot.ts';
import { onceIn } from '../basic/once.ts';
import { presentBot } from '../bot/present-v2.ts';
import { fullBotSchema } from '../bot/schema-v2.ts';
import { type EventOrigin, presentEventAuth } from './auth.ts';
import { grantFor } from './grant.ts';
import type { Telling } from './place-v2.ts';
import { authSchema } from './schema.ts';

const calledBotSchema = component(
  'EventBotV2',
  'The bot that hears of it, with what to act with',
  z.object({ id: z.number().int(), code: z.string(), auth: authSchema }),
);

export const eventBotSchema = z
  .union([calledBotSchema, fullBotSchema])
  .describe('In what is sent with what to act with; in what is fetched all there is to say of it');

/** Milliseconds: of a bot that asks again and again its chats are counted once in that time. */
const COUNTED_WITHIN = 10_000;

/**
 * The bot as it stands in its own events: it acts in the name of the person who registered it. Only who has a secret to
 * show can come back for another token.
 */
export async function presentEventBot(
  context: EventOrigin & Telling & { readonly bot: Bot; readonly isFetched: boolean },
): Promise<z.infer<typeof eventBotSchema>> {
  const { work, bot, application, portal } = context;
  if (context.isFetched) return onceIn(context, 'bot', () => presentBot(work, portal, bot, work.now - COUNTED_WITHIN));
  const userId = bot.registeredBy || bot.id;
  const { tokens } = await grantFor(work, application, userId, { grants: 'access' });
  const grant = { tokens, isRenewable: application.kind === 'local' };
  return { id: bot.id, code: bot.code, auth: presentEventAuth(context, userId, grant) };
}
