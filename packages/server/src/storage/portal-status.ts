import { type ReceiverState, receiverStates } from './receiver-states.ts';
import type { Session } from './session.ts';
import { EVENT_STATE, KEPT } from './stores/event-state.ts';
import { outbox } from './stores/outbox.ts';

/** How a portal is doing, in numbers. */
export interface PortalStatus {
  readonly people: number;
  /** By id; hidden ones, too: whoever runs the portal is to see what runs in it. */
  readonly bots: readonly BotStatus[];
  /** Addresses of applications and outgoing webhooks that lag behind. */
  readonly laggards: readonly LaggingReceiver[];
  /** How many events are in which state, over all receivers. */
  readonly events: Readonly<Record<keyof typeof EVENT_STATE | 'kept', number>>;
}

export interface BotStatus extends ReceiverState {
  readonly id: number;
  readonly name: string;
  readonly code: string;
}

export interface LaggingReceiver extends ReceiverState {
  readonly kind: 'application' | 'webhook';
  readonly name: string;
  readonly address: string;
}

export async function portalStatus(session: Session, portalId: number, now: number): Promise<PortalStatus> {
  const people = await session.query((db) =>
    db
      .selectFrom('user')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('portal_id', '=', portalId)
      .where('is_bot', '=', 0)
      .where('is_active', '=', 1),
  );
  const bots = await session.query((db) =>
    db
      .selectFrom('bot')
      .innerJoin('user', 'user.id', 'bot.user_id')
      .select(['bot.user_id', 'bot.code', 'user.name', 'user.last_name', 'bot.receiver_id'])
      .where('bot.portal_id', '=', portalId)
      .where('bot.deleted_at', 'is', null)
      .orderBy('bot.user_id'),
  );
  const subscribers = await session.query((db) =>
    db
      .selectFrom('receiver')
      .leftJoin('application', (join) =>
        join.onRef('application.id', '=', 'receiver.ref').on('receiver.kind', '=', 'application'),
      )
      .leftJoin('outgoing_webhook', 'outgoing_webhook.receiver_id', 'receiver.id')
      .select([
        'receiver.id as receiver_id',
        'receiver.address',
        'application.title as application',
        'application.client_id',
        'outgoing_webhook.title as webhook',
      ])
      .where('receiver.portal_id', '=', portalId)
      .where('receiver.kind', '<>', 'bot')
      .orderBy('receiver.id'),
  );
  const stateOf = await receiverStates(session, now);
  return {
    people: Number(people[0]?.count ?? 0),
    bots: bots.map((bot) => ({
      id: bot.user_id,
      name: `${bot.name} ${bot.last_name}`.trim(),
      code: bot.code,
      ...stateOf(bot.receiver_id),
    })),
    laggards: subscribers
      .map((one) => ({
        kind: one.client_id === null ? ('webhook' as const) : ('application' as const),
        name: one.application || one.client_id || one.webhook || '',
        // Without path and query: people put secrets there.
        address: one.address === '' ? '' : new URL(one.address).origin,
        ...stateOf(one.receiver_id),
      }))
      .filter(({ waiting, failures }) => waiting > 0 || failures > 0),
    events: { ...(await outbox(session).countByState()), kept: await countKept(session) },
  };
}

/** Events that wait for their bots to fetch them. */
async function countKept(session: Session): Promise<number> {
  const rows = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', '=', KEPT),
  );
  return Number(rows[0]?.count ?? 0);
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
