import { sql } from 'kysely';
import type { Bot } from '#domain/bot/bot.ts';
import { type ReceiverState, receiverStates } from './receiver-states.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';
import { EVENT_STATE, KEPT, PENDING } from './stores/event-state.ts';

/** How a portal is doing, in numbers. */
export interface PortalStatus {
  readonly people: number;
  /** By id; hidden ones, too: whoever runs the portal is to see what runs in it. */
  readonly bots: readonly BotStatus[];
  /** Addresses of applications and outgoing webhooks that lag behind, and people whose events nobody fetches. */
  readonly laggards: readonly LaggingReceiver[];
  /** How many events are in which state, over all receivers. */
  readonly events: Readonly<Record<keyof typeof EVENT_STATE | 'kept', number>>;
}

export interface BotStatus extends ReceiverState {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  /** false: its application is not installed yet, and none of its events are sent. */
  readonly isInstalled: boolean;
  readonly events: Bot['eventMode'];
}

export interface LaggingReceiver extends ReceiverState {
  readonly kind: 'application' | 'webhook' | 'person';
  readonly name: string;
  /** Of a person there is none. */
  readonly address: string;
}

/** `read` gives a connection to each part of it: there may be a million events, and others have their turn between. */
export async function portalStatus(read: Store['readWith'], portalId: number, now: number): Promise<PortalStatus> {
  const people = await read((session) => countPeople(session, portalId));
  const bots = await read((session) => listBots(session, portalId));
  const subscribers = await read((session) => listSubscribers(session, portalId));
  const states = await receiverStates(read, now);
  const counted = (state: CountedState) => read((session) => countEvents(session, state));
  return {
    people,
    bots: bots.map((bot) => ({
      id: bot.user_id,
      name: `${bot.name} ${bot.last_name}`.trim(),
      code: bot.code,
      isInstalled: bot.installed_at !== null,
      events: bot.event_mode === 'fetch' ? 'fetch' : 'webhook',
      ...states.of(bot.receiver_id),
    })),
    laggards: subscribers
      .map((one) => ({
        kind: kindOf(one.kind),
        name: one.application || one.client_id || one.webhook || `${one.name ?? ''} ${one.last_name ?? ''}`.trim(),
        // Without path and query: people put secrets there.
        address: one.address === '' ? '' : new URL(one.address).origin,
        ...states.of(one.receiver_id),
      }))
      .filter((one) => one.waiting > 0 || one.failures > 0 || (one.kind === 'person' && isLeft(one, now))),
    events: {
      pending: states.waiting,
      dead: states.dead,
      delivered: await counted(DELIVERED),
      dropped: await counted(DROPPED),
      kept: await counted(KEPT),
    },
  };
}

/** Milliseconds after which nobody seems to fetch what is kept: programs that do ask every few seconds. */
const LEFT_AFTER = 5 * 60_000;

function isLeft({ kept, fetchedAt }: ReceiverState, now: number): boolean {
  return kept.lagMs > LEFT_AFTER && (fetchedAt === null || now - fetchedAt > LEFT_AFTER);
}

function kindOf(kind: string): LaggingReceiver['kind'] {
  return kind === 'person' || kind === 'application' ? kind : 'webhook';
}

const DELIVERED = sql.lit(EVENT_STATE.delivered);
const DROPPED = sql.lit(EVENT_STATE.dropped);
type CountedState = typeof DELIVERED | typeof DROPPED | typeof KEPT;

/** In an index alone: those that wait are not in it. */
async function countEvents(session: Session, state: CountedState): Promise<number> {
  const rows = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', '>', PENDING)
      .where('state', '=', state),
  );
  return Number(rows[0]?.count ?? 0);
}

async function countPeople(session: Session, portalId: number): Promise<number> {
  const rows = await session.query((db) =>
    db
      .selectFrom('user')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('portal_id', '=', portalId)
      .where('is_bot', '=', 0)
      .where('is_visitor', '=', 0)
      .where('is_active', '=', 1),
  );
  return Number(rows[0]?.count ?? 0);
}

async function listBots(session: Session, portalId: number) {
  return session.query((db) =>
    db
      .selectFrom('bot')
      .innerJoin('user', 'user.id', 'bot.user_id')
      .innerJoin('application', 'application.id', 'bot.application_id')
      .select([
        'application.installed_at',
        'bot.user_id',
        'bot.code',
        'bot.event_mode',
        'user.name',
        'user.last_name',
        'bot.receiver_id',
      ])
      .where('bot.portal_id', '=', portalId)
      .where('bot.deleted_at', 'is', null)
      .orderBy('bot.user_id'),
  );
}

async function listSubscribers(session: Session, portalId: number) {
  return session.query((db) =>
    db
      .selectFrom('receiver')
      .leftJoin('application', (join) =>
        join.onRef('application.id', '=', 'receiver.ref').on('receiver.kind', '=', 'application'),
      )
      .leftJoin('outgoing_webhook', 'outgoing_webhook.receiver_id', 'receiver.id')
      .leftJoin('user', (join) => join.onRef('user.id', '=', 'receiver.ref').on('receiver.kind', '=', 'person'))
      .select([
        'receiver.id as receiver_id',
        'receiver.kind',
        'user.name',
        'user.last_name',
        'receiver.address',
        'application.title as application',
        'application.client_id',
        'outgoing_webhook.title as webhook',
      ])
      .where('receiver.portal_id', '=', portalId)
      .where('receiver.kind', '<>', 'bot')
      .orderBy('receiver.id'),
  );
}

/** Events of a chat that have not arrived yet, those that wait for a later try included. */
export async function countWaitingIn(session: Session, chatId: number): Promise<number> {
  const rows = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('lane', '=', chatId)
      .where('state', '=', EVENT_STATE.pending),
  );
  return Number(rows[0]?.count ?? 0);
}
