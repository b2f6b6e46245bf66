import type { Selectable } from 'kysely';
import type { Command, CommandDraft, CommandTitle } from '#domain/command/command.ts';
import { first, recalled, type Session } from '../session.ts';
import { type Builder, type Change, changedColumns, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { CommandTable } from '../tables/application-tables.ts';
import { leftBehind } from './leftover-store.ts';

const WRITTEN = [
  'handler_id',
  'name',
  'name_key',
  'is_hidden',
  'is_extranet',
  'titles',
  'portal_id',
  'bot_id',
  'is_common',
  'created_at',
] as const;
export const insert = statement((db, p: ValuesOf<CommandTable, typeof WRITTEN>) =>
  db.insertInto('command').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const byId = statement((db, p: { id: number }) => db.selectFrom('command').selectAll().where('id', '=', p.id));
export const ofBotByName = statement((db, p: { botId: number; nameKey: string }) =>
  db.selectFrom('command').selectAll().where('bot_id', '=', p.botId).where('name_key', '=', p.nameKey),
);
export const ofBot = statement((db, p: { botId: number }) =>
  db.selectFrom('command').selectAll().where('bot_id', '=', p.botId).orderBy('id'),
);
/** Those that work in any chat, and those whose bot is in this one; none of a bot that was unregistered. */
const callableIn = (db: Builder, p: { portalId: number; chatId: number }) =>
  db
    .selectFrom('command')
    .selectAll('command')
    .leftJoin('member', (join) =>
      join.onRef('member.user_id', '=', 'command.bot_id').on('member.chat_id', '=', p.chatId),
    )
    .where('command.portal_id', '=', p.portalId)
    .where('command.bot_id', 'not in', leftBehind(db, 'bot'))
    .where((eb) => eb.or([eb('command.is_common', '=', 1), eb('member.user_id', 'is not', null)]));
export const callableByName = statement((db, p: { portalId: number; nameKey: string; chatId: number }) =>
  callableIn(db, p).where('command.name_key', '=', p.nameKey).orderBy('command.id'),
);
export const callable = statement((db, p: { portalId: number; chatId: number }) =>
  callableIn(db, p).orderBy('command.name_key').orderBy('command.id'),
);
export const remove = statement((db, p: { id: number }) => db.deleteFrom('command').where('id', '=', p.id));
export const removeOfBot = statement((db, p: { botId: number; limit: number }) =>
  db
    .deleteFrom('command')
    .where('id', 'in', (eb) => eb.selectFrom('command').select('id').where('bot_id', '=', p.botId).limit(p.limit))
    .returning('id'),
);

export function commandStore(session: Session) {
  return {
    async insertCommand(draft: CommandDraft, now: number): Promise<Command> {
      const row = await first(session, insert, {
        handler_id: draft.handlerId,
        name: draft.name,
        name_key: draft.name.toLowerCase(),
        is_hidden: Number(draft.isHidden),
        is_extranet: Number(draft.isExtranet),
        titles: JSON.stringify(draft.titles),
        portal_id: draft.portalId,
        bot_id: draft.botId,
        is_common: Number(draft.isCommon),
        created_at: now,
      });
      return { ...draft, id: (row as { id: number }).id };
    },
    async findCommand(id: number): Promise<Command | undefined> {
      return await recalled(session, byId, { id }, toCommand);
    },
    async findByName(botId: number, name: string): Promise<Command | undefined> {
      const row = await first(session, ofBotByName, { botId, nameKey: name.toLowerCase() });
      return row && toCommand(row);
    },
    async listOfBot(botId: number): Promise<Command[]> {
      return (await session.all(ofBot, { botId })).map(toCommand);
    },
    /** Commands of that name whose bot is in the chat, or that work in any chat. */
    async listCallableByName(portalId: number, chatId: number, name: string): Promise<readonly Command[]> {
      return await session.recall(callableByName, { portalId, chatId, nameKey: name.toLowerCase() }, toCommand);
    },
    /** All that can be called in the chat, by name. */
    async listCallableIn(portalId: number, chatId: number): Promise<Command[]> {
      return (await session.all(callable, { portalId, chatId })).map(toCommand);
    },
    async updateCommand(id: number, change: Change<CommandDraft>): Promise<void> {
      const { handlerId, name, isCommon, isHidden, isExtranet, titles } = change;
      const columns = changedColumns({
        handler_id: handlerId,
        name,
        name_key: name?.toLowerCase(),
        is_common: isCommon === undefined ? undefined : Number(isCommon),
        is_hidden: isHidden === undefined ? undefined : Number(isHidden),
        is_extranet: isExtranet === undefined ? undefined : Number(isExtranet),
        titles: titles && JSON.stringify(titles),
      });
      if (columns) await session.query((db) => db.updateTable('command').set(columns).where('id', '=', id));
    },
    async deleteCommand(id: number): Promise<void> {
      await session.all(remove, { id });
    },
    /** `limit` of them; answers how many there were. */
    async deleteOfBot(botId: number, limit: number): Promise<number> {
      return (await session.all(removeOfBot, { botId, limit })).length;
    },
  };
}

function toCommand(row: Selectable<CommandTable>): Command {
  return {
    id: row.id,
    portalId: row.portal_id,
    botId: row.bot_id,
    handlerId: row.handler_id,
    name: row.name,
    isCommon: row.is_common === 1,
    isHidden: row.is_hidden === 1,
    isExtranet: row.is_extranet === 1,
    titles: JSON.parse(row.titles) as CommandTitle[],
  };
}
