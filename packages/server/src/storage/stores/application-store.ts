import type { Selectable } from 'kysely';
import type {
  Application,
  ApplicationDraft,
  ApplicationKind,
  ApplicationStatus,
} from '#domain/application/application.ts';
import { ACCESS_LIFETIME } from '#domain/oauth/token.ts';
import type { Secrets } from '../secrets.ts';
import { first, recalled, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { ApplicationTable } from '../tables/application-tables.ts';

/** Characters: earlier versions kept bot tokens as long as names, none longer. */
const LONGEST_TOKEN = 255;

const CHANGED = [
  'title',
  'handler_url',
  'install_url',
  'is_api_only',
  'scope',
  'version',
  'owner_id',
  'allowed_user_ids',
] as const;
const WRITTEN = [
  ...CHANGED,
  'portal_id',
  'kind',
  'client_id',
  'client_secret_hash',
  'client_secret_sealed',
  'application_token_sealed',
  'token_hash',
  'status',
  'installed_at',
  'created_at',
] as const;
export const insert = statement((db, p: ValuesOf<ApplicationTable, typeof WRITTEN>) =>
  db.insertInto('application').values(valuesOf(p, WRITTEN)).returning('id'),
);
export const byClientId = statement((db, p: { portalId: number; clientId: string }) =>
  db.selectFrom('application').selectAll().where('portal_id', '=', p.portalId).where('client_id', '=', p.clientId),
);
export const byToken = statement((db, p: { portalId: number; tokenHash: string }) =>
  db.selectFrom('application').selectAll().where('portal_id', '=', p.portalId).where('token_hash', '=', p.tokenHash),
);
export const byId = statement((db, p: { id: number }) =>
  db.selectFrom('application').selectAll().where('id', '=', p.id),
);
export const local = statement((db, p: { portalId: number }) =>
  db
    .selectFrom('application')
    .selectAll()
    .where('portal_id', '=', p.portalId)
    .where('kind', '=', 'local')
    .where('removed_at', 'is', null)
    .orderBy('id'),
);
export const lock = statement((db, p: { id: number }) =>
  db.selectFrom('application').select('id').where('id', '=', p.id).forNoKeyUpdate(),
);
export const update = statement((db, p: ValuesOf<ApplicationTable, typeof CHANGED> & { id: number }) =>
  db.updateTable('application').set(valuesOf(p, CHANGED)).where('id', '=', p.id),
);
export const setTokenLife = statement((db, p: { id: number; seconds: number }) =>
  db.updateTable('application').set({ token_seconds: p.seconds }).where('id', '=', p.id),
);
export const markInstalled = statement((db, p: { id: number; now: number }) =>
  db.updateTable('application').set({ installed_at: p.now }).where('id', '=', p.id),
);
export const markRemoved = statement((db, p: { id: number; now: number }) =>
  db.updateTable('application').set({ removed_at: p.now }).where('id', '=', p.id),
);

export function applicationStore(session: Session, secrets: Secrets) {
  /** By their rows, of which those in use are remembered: a call with a token does not make its application anew. */
  const made = new WeakMap<object, Application>();
  function ofRow(row: Selectable<ApplicationTable> | undefined): Application | undefined {
    if (!row) return undefined;
    const application = made.get(row) ?? toApplication(row, secrets);
    made.set(row, application);
    return application;
  }
  return {
    /** One that is to act through tokens has a secret; one that is known by a bot token alone has that. */
    async insertApplication(
      draft: ApplicationDraft,
      now: number,
      clientSecret?: string,
      botToken?: string,
    ): Promise<Application> {
      const row = await first(session, insert, {
        ...toRow(draft),
        portal_id: draft.portalId,
        kind: draft.kind,
        client_id: draft.clientId,
        client_secret_hash: clientSecret === undefined ? null : secrets.hash(clientSecret),
        client_secret_sealed: clientSecret === undefined ? null : secrets.seal(clientSecret),
        application_token_sealed: secrets.seal(draft.applicationToken),
        token_hash: botToken === undefined ? null : secrets.hash(botToken),
        status: draft.status,
        installed_at: draft.isInstalled ? now : null,
        created_at: now,
      });
      return { ...draft, id: (row as { id: number }).id, tokenSeconds: ACCESS_LIFETIME, isRemoved: false };
    },
    /** Removed ones too: what they were called is never given out again. */
    async findByClientId(portalId: number, clientId: string): Promise<Application | undefined> {
      return ofRow(await recalled(session, byClientId, { portalId, clientId }));
    },
    async findByBotToken(portalId: number, botToken: string): Promise<Application | undefined> {
      // Hashes are remembered with what they are of.
      if (botToken.length > LONGEST_TOKEN) return undefined;
      return ofRow(await recalled(session, byToken, { portalId, tokenHash: secrets.hash(botToken) }));
    },
    async findApplication(id: number): Promise<Application | undefined> {
      return ofRow(await recalled(session, byId, { id }));
    },
    /** Until the unit ends nobody else adds to what it has. */
    async lockApplication(id: number): Promise<void> {
      // SQLite has one writer at a time anyway.
      if (session.dialect === 'postgres') await session.all(lock, { id });
    },
    /** Those registered in the portal and not removed, oldest first. */
    async listLocal(portalId: number): Promise<Application[]> {
      return (await session.all(local, { portalId })).map((row) => toApplication(row, secrets));
    },
    /** undefined where that is not its secret, or it has none. */
    async findWithSecret(id: number, clientSecret: string): Promise<Application | undefined> {
      const row = await recalled(session, byId, { id });
      // Both sides are keyed hashes: how far they agree tells nothing about the secret.
      return row?.client_secret_hash != null && row.client_secret_hash === secrets.hash(clientSecret)
        ? toApplication(row, secrets)
        : undefined;
    },
    /** To be shown to who owns the portal. */
    async getSecret(id: number): Promise<string> {
      const row = await recalled(session, byId, { id });
      return row?.client_secret_sealed == null ? '' : secrets.open(row.client_secret_sealed);
    },
    async updateApplication(application: Application): Promise<void> {
      await session.all(update, { ...toRow(application), id: application.id });
    },
    async updateTokenLife(id: number, seconds: number): Promise<void> {
      await session.all(setTokenLife, { id, seconds });
    },
    async updateInstalled(id: number, now: number): Promise<void> {
      await session.all(markInstalled, { id, now });
    },
    async updateRemoved(id: number, now: number): Promise<void> {
      await session.all(markRemoved, { id, now });
    },
  };
}

function toRow(application: ApplicationDraft) {
  return {
    title: application.title,
    handler_url: application.handlerUrl,
    install_url: application.installUrl,
    is_api_only: Number(application.isApiOnly),
    scope: application.scope.join(','),
    version: application.version,
    owner_id: application.ownerId,
    allowed_user_ids: application.allowedUserIds?.join(',') ?? null,
  };
}

function toApplication(row: Selectable<ApplicationTable>, secrets: Secrets): Application {
  return {
    id: row.id,
    portalId: row.portal_id,
    kind: row.kind as ApplicationKind,
    clientId: row.client_id,
    status: row.status as ApplicationStatus,
    title: row.title,
    handlerUrl: row.handler_url,
    installUrl: row.install_url,
    isApiOnly: row.is_api_only === 1,
    scope: listed(row.scope),
    version: row.version,
    ownerId: row.owner_id,
    allowedUserIds: row.allowed_user_ids === null ? null : listed(row.allowed_user_ids).map(Number),
    isInstalled: row.installed_at !== null,
    tokenSeconds: row.token_seconds,
    isRemoved: row.removed_at !== null,
    // Opened only by those who send it: most readers of an application never look.
    get applicationToken() {
      return secrets.open(row.application_token_sealed);
    },
  };
}

function listed(text: string): string[] {
  return text === '' ? [] : text.split(',');
}
