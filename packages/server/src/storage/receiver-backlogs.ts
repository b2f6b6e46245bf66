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
  const waiting = await waitingEvents(session);
  return receivers.map(({ id, kind, failures, bot, application, client_id, webhook }) => {
    const backlog = waiting.get(id);
    return {
      id,
      kind,
      name: bot || application || client_id || webhook || '',
      count: backlog?.count ?? 0,
      oldest: backlog?.oldest,
      failed: failures ?? 0,
    };
  });
}
