import type { Answer, Calling } from '../world.ts';
import type { Acting } from './acting-bots.ts';

/** An event as it is fetched. */
export interface Told {
  readonly eventId: number;
  readonly type: string;
  readonly date: string;
  readonly data: Answer['body'];
}

export interface Fetched {
  readonly events: readonly Told[];
  readonly nextOffset: number;
  readonly lastEventId: number;
  readonly hasMore: boolean;
}

export function fetch({ by }: Pick<Acting, 'by'>, params: Record<string, unknown> = {}): Promise<Fetched> {
  return by('imbot.v2.Event.get', params);
}

/** What happened in the chats of whoever calls. */
export function fetchOwn({ ok }: Pick<Calling, 'ok'>, params: Record<string, unknown> = {}): Promise<Fetched> {
  return ok('im.v2.Event.get', params);
}

export const typesOf = ({ events }: Fetched): string[] => events.map(({ type }) => type);
export const textsOf = ({ events }: Fetched): string[] =>
  events.flatMap(({ data }) => (data.message?.text === undefined ? [] : [data.message.text]));
