import { type Selectable, sql } from 'kysely';
import type {
  ChatApp,
  ChatAppAction,
  ChatAppContext,
  ChatAppDraft,
  ChatAppTitle,
  JsMethod,
} from '#domain/chat-app/chat-app.ts';
import type { Secrets } from '../secrets.ts';
import { first, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { ChatAppTable } from '../tables/placement-tables.ts';
import { leftBehind } from './leftover-store.ts';

const CHANGED = [
  'js_method',
  'js_param',
  'iframe',
  'iframe_width',
  'iframe_height',
  'hash_sealed',
  'icon',
  'context',
  'is_for_admins',
  'is_hidden',
  'is_extranet',
  'is_livechat',
  'is_popup',
  'titles',
] as const;
const WRITTEN = [...CHANGED, 'portal_id', 'bot_id', 'code', 'created_at'] as const;
export const insert = statement((db, p: ValuesOf<ChatAppTable, typeof WRITTEN>) =>
  db.insertInto('chat_app').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const change = statement((db, p: ValuesOf<ChatAppTable, typeof CHANGED> & { id: number }) =>
  db.updateTable('chat_app').set(valuesOf(p, CHANGED)).where('id', '=', p.id),
);
export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('chat_app').selectAll().where('id', '=', p.id).where('deleted_at', 'is', null),
);
export const ofBot = statement((db, p: { botId: number }) =>
  db.selectFrom('chat_app').selectAll().where('bot_id', '=', p.botId).where('deleted_at', 'is', null).orderBy('id'),
);
/** Without those of bots that are going. */
export const shown = statement((db, p: { portalId: number; context: string; limit: number }) =>
  db
    .selectFrom('chat_app')
    .selectAll()
    .where('portal_id', '=', p.portalId)
    .where('context', '=', p.context)
    .where('is_hidden', '=', sql.lit(0))
    .where('deleted_at', 'is', null)
    .where('bot_id', 'not in', leftBehind(db, 'bot'))
    .orderBy('id')
    .limit(p.limit),
);
export const bury = statement((db, p: { id: number; now: number }) =>
  db.updateTable('chat_app').set({ deleted_at: p.now, icon: '', hash_sealed: '' }).where('id', '=', p.id),
);
export const newestId = statement((db) => db.selectFrom('chat_app').select((eb) => eb.fn.max('id').as('id')));
/** What was deleted and has a newer one behind it: that there was one with its number is known without it. */
export const forget = statement((db) =>
  db
    .deleteFrom('chat_app')
    .where('deleted_at', 'is not', null)
    .where('id', '<', (eb) => eb.selectFrom('chat_app').select((one) => one.fn.max('id').as('id'))),
);

/** Ids that are asked for at once: a keyboard has room for some thousands. */
const AT_ONCE = 500;

/** Buttons of bots beside the field in which people write. */
export function chatAppStore(session: Session, secrets: Secrets) {
  const columnsOf = (draft: Omit<ChatAppDraft, 'portalId' | 'botId' | 'code'>) => {
    const { opens } = draft;
    const js = opens.kind === 'js' ? opens : undefined;
    const frame = opens.kind === 'iframe' ? opens : undefined;
    return {
      js_method: js?.method ?? '',
      js_param: js?.param ?? '',
      iframe: frame?.url ?? '',
      iframe_width: frame?.width ?? 0,
      iframe_height: frame?.height ?? 0,
      hash_sealed: frame ? secrets.seal(frame.hash) : '',
      icon: draft.icon,
      context: draft.context,
      is_for_admins: Number(draft.isForAdmins),
      is_hidden: Number(draft.isHidden),
      is_extranet: Number(draft.isExtranet),
      is_livechat: Number(draft.isLivechat),
      is_popup: Number(draft.isPopup),
      titles: JSON.stringify(draft.titles),
    };
  };
  return {
    async insertChatApp(draft: ChatAppDraft, now: number): Promise<ChatApp> {
      const { portalId: portal_id, botId: bot_id, code } = draft;
      const row = await first(session, insert, { ...columnsOf(draft), portal_id, bot_id, code, created_at: now });
      await session.all(forget, {});
      return { ...draft, id: (row as { id: number }).id };
    },
    async findChatApp(id: number): Promise<ChatApp | undefined> {
      const row = await first(session, byId, { id });
      return row && toChatApp(row, secrets);
    },
    /** In the order they were registered. */
    async listOfBot(botId: number): Promise<readonly ChatApp[]> {
      return (await session.all(ofBot, { botId })).map((row) => toChatApp(row, secrets));
    },
    /** Those that stand beside the field by themselves, in the order they were registered. */
    async listShown(portalId: number, context: ChatAppContext, limit: number): Promise<readonly ChatApp[]> {
      return (await session.all(shown, { portalId, context, limit })).map((row) => toChatApp(row, secrets));
    },
    /** Those of these that were there and are no more: no number is given twice. */
    async listDeleted(ids: readonly number[]): Promise<number[]> {
      const newest = (await first(session, newestId, {}))?.id ?? 0;
      const there = new Set<number>();
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = ids.slice(from, from + AT_ONCE);
        const rows = await session.query((db) =>
          db.selectFrom('chat_app').select('id').where('id', 'in', some).where('deleted_at', 'is', null),
        );
        for (const { id } of rows) there.add(id);
      }
      return ids.filter((id) => id > 0 && id <= newest && !there.has(id));
    },
    async updateChatApp(chatApp: ChatApp): Promise<void> {
      await session.all(change, { ...columnsOf(chatApp), id: chatApp.id });
    },
    /** It is remembered that it was there: the row of the newest one stays until there is a newer one. */
    async updateDeleted(id: number, now: number): Promise<void> {
      await session.all(bury, { id, now });
      await session.all(forget, {});
    },
  };
}

function toChatApp(row: Selectable<ChatAppTable>, secrets: Secrets): ChatApp {
  return {
    id: row.id,
    portalId: row.portal_id,
    botId: row.bot_id,
    code: row.code,
    opens: toAction(row, secrets),
    icon: row.icon,
    context: row.context as ChatAppContext,
    isForAdmins: row.is_for_admins === 1,
    isHidden: row.is_hidden === 1,
    isExtranet: row.is_extranet === 1,
    isLivechat: row.is_livechat === 1,
    isPopup: row.is_popup === 1,
    titles: JSON.parse(row.titles) as ChatAppTitle[],
  };
}

function toAction(row: Selectable<ChatAppTable>, secrets: Secrets): ChatAppAction {
  if (row.js_method) return { kind: 'js', method: row.js_method as JsMethod, param: row.js_param };
  const { iframe: url, iframe_width: width, iframe_height: height, hash_sealed } = row;
  return { kind: 'iframe', url, width, height, hash: secrets.open(hash_sealed) };
}
