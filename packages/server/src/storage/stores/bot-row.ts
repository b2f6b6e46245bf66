import type { Selectable } from 'kysely';
import type { Background, Bot, BotType } from '#domain/bot/bot.ts';
import type { BotTable } from '../tables/application-tables.ts';

/** What the column holds. */
export const TYPE_CODES: Readonly<Record<BotType, string>> = {
  bot: 'B',
  human: 'H',
  supervisor: 'S',
  personal: 'P',
  openline: 'O',
  network: 'N',
};

function typeOf(code: string): BotType {
  const types = Object.keys(TYPE_CODES) as BotType[];
  return types.find((type) => TYPE_CODES[type] === code) ?? 'bot';
}

export function toBot(row: Selectable<BotTable>): Bot {
  return {
    id: row.user_id,
    portalId: row.portal_id,
    applicationId: row.application_id,
    receiverId: row.receiver_id,
    generation: row.generation === 'v2' ? 'v2' : 'v1',
    code: row.code,
    type: typeOf(row.type),
    isOpenline: row.is_openline === 1,
    isHidden: row.is_hidden === 1,
    eventMode: row.event_mode === 'fetch' ? 'fetch' : 'webhook',
    webhookUrl: row.webhook_url,
    hasReactions: row.has_reactions === 1,
    background: row.background as Background | null,
    registeredBy: row.registered_by,
  };
}
