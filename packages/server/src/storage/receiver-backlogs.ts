import type { Session } from './session.ts';
import { PENDING } from './stores/event-state.ts';

/** Who hears events, and how far behind they are. */
export interface ReceiverBacklog {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  /** Events that wait to be delivered. */
  readonly count: number;
  /** When the oldest of them happened; undefined: none waits. */
  readonly oldest: number | undefined;
  /** Events in a row that failed, each counted once however often it was tried. */
  readonly failed: number;
}

/** Of all receivers of a portal. Asked for every few seconds: waiting events are counted in their index alone. */
export async function receiverBacklogs(session: Session, portalId: number): Promise<ReceiverBacklog[]> {
  const receivers = await session.query((db) =>
    db
      .selectFrom('receiver')
      .leftJoin('receiver_delivery', 'receiver_delivery.receiver_id', 'receiver.id')
      .leftJoin('bot', 'bot.receiver_id', 'receiver.id')
      .leftJoin('user', 'user.id', 'bot.user_id')
      .leftJoin('application', (join) =>
        join.onRef('application.id', '=', 'receiver.ref').on('receiver.kind', '=', 'application'),
      )
      .leftJoin('outgoing_webhook', 'outgoing_webhook.receiver_id', 'receiver.id')
      .select([
        'receiver.id',
        'receiver.kind',
        'receiver_delivery.failures',
        'user.name as bot',
        'application.title as application',
        'application.client_id',
        'outgoing_webhook.title as webhook',
      ])
      .where('receiver.portal_id', '=', portalId)
      .where('bot.deleted_at', 'is', null)
      .orderBy('receiver.id'),
  );
  const waiting = await session.query((db) =>
    db
      .selectFrom('event')
      .select((eb) => ['receiver_id', eb.fn.countAll<number>().as('count'), eb.fn.min('id').as('first')])
      .where('state', '=', PENDING)
      .groupBy('receiver_id'),
  );
  const backlogs = new Map(waiting.map((row) => [row.receiver_id, row]));
  const times = await timesOf(
    session,
    waiting.map((row) => Number(row.first)),
  );
  return receivers.map(({ id, kind, failures, bot, application, client_id, webhook }) => {
    const backlog = backlogs.get(id);
    return {
      id,
      kind,
      name: bot || application || client_id || webhook || '',
      count: Number(backlog?.count ?? 0),
      oldest: backlog && times.get(Number(backlog.first)),
      failed: failures ?? 0,
    };
  });
}

async function timesOf(session: Session, eventIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (eventIds.length === 0) return new Map();
  const events = await session.query((db) =>
    db.selectFrom('event').select(['id', 'created_at']).where('id', 'in', eventIds),
  );
  return new Map(events.map((event) => [event.id, event.created_at]));
}
