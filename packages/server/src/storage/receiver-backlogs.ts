import { keptBacklogs } from './kept-backlogs.ts';
import type { Session } from './session.ts';
import { waitingEvents } from './waiting-events.ts';

/** Who hears events, and how far behind they are. */
export interface ReceiverBacklog {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  /** Events that wait to be delivered. */
  readonly count: number;
  /** When the oldest of them happened; undefined: none waits. */
  readonly oldest: number | undefined;
  /** The same of events that wait until it fetches and confirms them. */
  readonly kept: { readonly count: number; readonly oldest: number | undefined };
  /** Events in a row that failed, each counted once however often it was tried. */
  readonly failed: number;
}

/** Of all receivers of a portal. */
export async function receiverBacklogs(session: Session, portalId: number): Promise<ReceiverBacklog[]> {
  const receivers = await session.query((db) =>
    db
      .selectFrom('receiver')
      .leftJoin('receiver_delivery', 'receiver_delivery.receiver_id', 'receiver.id')
      .leftJoin('bot', 'bot.receiver_id', 'receiver.id')
      .leftJoin('user', (join) =>
        join.onRef('user.id', '=', 'receiver.ref').on('receiver.kind', 'in', ['bot', 'person']),
      )
      .leftJoin('application', (join) =>
        join.onRef('application.id', '=', 'receiver.ref').on('receiver.kind', '=', 'application'),
      )
      .leftJoin('outgoing_webhook', 'outgoing_webhook.receiver_id', 'receiver.id')
      .select([
        'receiver.id',
        'receiver.kind',
        'receiver_delivery.failures',
        'user.name as user',
        'application.title as application',
        'application.client_id',
        'outgoing_webhook.title as webhook',
      ])
      .where('receiver.portal_id', '=', portalId)
      .where('bot.deleted_at', 'is', null)
      .orderBy('receiver.id'),
  );
  const waiting = await waitingEvents(session);
  const kept = await keptBacklogs(session);
  return receivers.map(({ id, kind, failures, user, application, client_id, webhook }) => {
    const backlog = waiting.get(id);
    return {
      id,
      kind,
      name: user || application || client_id || webhook || '',
      count: backlog?.count ?? 0,
      oldest: backlog?.oldest,
      kept: { count: kept.get(id)?.count ?? 0, oldest: kept.get(id)?.oldest },
      failed: failures ?? 0,
    };
  });
}
