import type { Tallies } from '#http/metrics/tallies.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';

/** Has the tries to deliver events counted. */
export function countTries(hub: Hub<Happening>, tallies: Tallies): void {
  hub.subscribe((happening) => {
    if (happening.kind !== 'tried') return;
    const { event, sent, end } = happening.tried;
    const exchange = sent.kind === 'exchange' ? sent.exchange : undefined;
    tallies.tried(event.receiverId, end.kind, exchange?.kind === 'answered' ? exchange.durationMs : undefined);
  });
}
