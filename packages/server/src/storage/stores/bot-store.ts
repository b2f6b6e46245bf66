import { sql } from 'kysely';
import type { Bot } from '#domain/bot/bot.ts';
import { first, recalled, type Session } from '../session.ts';
import { type Builder, type Change, changedColumns, statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { BotTable } from '../tables/application-tables.ts';
import { botActivity } from './bot-activity.ts';
import { TYPE_CODES, toBot } from './bot-row.ts';
import { receiverStore } from './receiver-store.ts';

const WRITTEN = [
  'user_id',
  'portal_id',
  'application_id',
  'receiver_id',
  'generation',
  'code',
  'type',
  'is_openline',
  'is_hidden',
  'event_mode',
  'webhook_url',
  'has_reactions',
  'background',
  'registered_by',
  'created_at',
] as const;
export const insert = statement((db, p: ValuesOf<BotTable, typeof WRITTEN>) =>
  db.insertInto('bot').values(valuesOf(p, WRITTEN)),
);
/** Deleted ones stay for their last events alone. */
const living = (db: Builder) => db.selectFrom('bot').selectAll('bot').where('bot.deleted_at', 'is', null);
export const byId = statement((db, p: { id: number }) => living(db).where('user_id', '=', p.id));
export const everById = statement((db, p: { id: number }) =>
  db.selectFrom('bot').selectAll().where('user_id', '=', p.id),
);
export const byReceiver = statement((db, p: { receiverId: number }) =>
  living(db).where('bot.receiver_id', '=', p.receiverId),
);
export const everByReceiver = statement((db, p: { receiverId: number }) =>
  db.selectFrom('bot').selectAll().where('receiver_id', '=', p.receiverId),
);
export const byCode = statement((db, p: { portalId: number; code: string }) =>
  living(db).where('portal_id', '=', p.portalId).where('code', '=', p.code),
);
export const ofApplication = statement((db, p: { applicationId: number }) =>
  living(db).where('application_id', '=', p.applicationId).orderBy('user_id'),
);
const inPortal = (db: Builder, p: { portalId: number }) =>
  living(db).where('portal_id', '=', p.portalId).orderBy('user_id');
export const ofPortal = statement(inPortal);
export const visible = statement((db, p: { portalId: number }) => inPortal(db, p).where('is_hidden', '=', 0));
export const inChat = statement((db, p: { chatId: number }) =>
  db
    .selectFrom('member')
    .innerJoin('bot', 'bot.user_id', 'member.user_id')
    .selectAll('bot')
    .where('member.chat_id', '=', p.chatId)
    .where('member.is_bot', '=', sql.lit(1))
    .where('bot.deleted_at', 'is', null)
    .orderBy('bot.user_id'),
);
export const fetching = statement((db, _: Record<never, never>) =>
  db.selectFrom('bot').select('receiver_id').where('event_mode', '=', 'fetch').where('deleted_at', 'is', null),
);
export const changeCode = statement((db, p: { id: number; code: string }) =>
  db.updateTable('bot').set({ code: p.code }).where('user_id', '=', p.id),
);
export const changeOwner = statement((db, p: { id: number; applicationId: number }) =>
  db.updateTable('bot').set({ application_id: p.applicationId }).where('user_id', '=', p.id),
);
export const redirect = statement((db, p: { id: number; eventMode: string; webhookUrl: string }) =>
  db
    .updateTable('bot')
    .set({ generation: 'v2', event_mode: p.eventMode, webhook_url: p.webhookUrl })
    .where('user_id', '=', p.id),
);
export const markDeleted = statement((db, p: { id: number; now: number }) =>
  db.updateTable('bot').set({ deleted_at: p.now }).where('user_id', '=', p.id),
);

type Features = 'isHidden' | 'isOpenline' | 'hasReactions' | 'background';

export function botStore(session: Session) {
  const receivers = receiverStore(session);
  return {
    ...botActivity(session),
    async insertBot(draft: Omit<Bot, 'receiverId'>, now: number): Promise<Bot> {
      const { portalId, id: ref } = draft;
      const receiver = await receivers.insertReceiver({ portalId, kind: 'bot', ref, address: '' });
      const bot = { ...draft, receiverId: receiver.id };
      await session.all(insert, {
        user_id: bot.id,
        portal_id: bot.portalId,
        application_id: bot.applicationId,
        receiver_id: bot.receiverId,
        generation: bot.generation,
        code: bot.code,
        type: TYPE_CODES[bot.type],
        is_openline: Number(bot.isOpenline),
        is_hidden: Number(bot.isHidden),
        event_mode: bot.eventMode,
        webhook_url: bot.webhookUrl,
        has_reactions: Number(bot.hasReactions),
        background: bot.background,
        registered_by: bot.registeredBy,
        created_at: now,
      });
      return bot;
    },
    async findBot(id: number): Promise<Bot | undefined> {
      return await recalled(session, byId, { id }, toBot);
    },
    /** Deleted ones too: their last event is still on its way, and what they wrote stays. */
    async findBotEver(id: number): Promise<Bot | undefined> {
      return await recalled(session, everById, { id }, toBot);
    },
    /** When it was unregistered; undefined: it was not. */
    async findEnd(id: number): Promise<number | undefined> {
      return (await first(session, everById, { id }))?.deleted_at ?? undefined;
    },
    async findByReceiver(receiverId: number): Promise<Bot | undefined> {
      return await recalled(session, byReceiver, { receiverId }, toBot);
    },
    async findEverByReceiver(receiverId: number): Promise<Bot | undefined> {
      return await recalled(session, everByReceiver, { receiverId }, toBot);
    },
    async findByCode(portalId: number, code: string): Promise<Bot | undefined> {
      const row = await first(session, byCode, { portalId, code });
      return row && toBot(row);
    },
    /** In the order of their registration. */
    async listOfApplication(applicationId: number): Promise<readonly Bot[]> {
      return await session.recall(ofApplication, { applicationId }, toBot);
    },
    /** Receivers of bots that fetch their events. */
    async listFetchingReceivers(): Promise<number[]> {
      return (await session.recall(fetching, {})).map((row) => row.receiver_id);
    },
    /** Hidden ones too. */
    async listOfPortal(portalId: number): Promise<Bot[]> {
      return (await session.all(ofPortal, { portalId })).map(toBot);
    },
    async listVisible(portalId: number): Promise<Bot[]> {
      return (await session.all(visible, { portalId })).map(toBot);
    },
    async listInChat(chatId: number): Promise<readonly Bot[]> {
      return await session.recall(inChat, { chatId }, toBot);
    },
    async updateCode(id: number, code: string): Promise<void> {
      await session.all(changeCode, { id, code });
    },
    /** The application that it belongs to. */
    async updateOwner(id: number, applicationId: number): Promise<void> {
      await session.all(changeOwner, { id, applicationId });
    },
    /** How it hears of events, as bots of generation 2 do. */
    async updateWay(id: number, { eventMode, webhookUrl }: Pick<Bot, 'eventMode' | 'webhookUrl'>): Promise<void> {
      await session.all(redirect, { id, eventMode, webhookUrl });
    },
    async updateFeatures(
      id: number,
      { isHidden, isOpenline, hasReactions, background }: Change<Pick<Bot, Features>>,
    ): Promise<void> {
      const flag = (value: boolean | undefined) => (value === undefined ? undefined : Number(value));
      const columns = changedColumns({
        is_hidden: flag(isHidden),
        is_openline: flag(isOpenline),
        has_reactions: flag(hasReactions),
        background,
      });
      if (columns) await session.query((db) => db.updateTable('bot').set(columns).where('user_id', '=', id));
    },
    async updateDeleted(id: number, now: number): Promise<void> {
      await session.all(markDeleted, { id, now });
    },
  };
}
