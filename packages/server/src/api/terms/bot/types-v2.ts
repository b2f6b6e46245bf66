import type { BotType } from '#domain/bot/bot.ts';

/** The types that generation 2 has. */
export const BOT_TYPES = ['bot', 'network', 'openline', 'supervisor', 'personal'] as const satisfies readonly BotType[];

/** A bot of generation 1 that types first is a plain one here. */
export function presentType(type: BotType): (typeof BOT_TYPES)[number] {
  return type === 'human' ? 'bot' : type;
}
