import type { Commands } from '../types.generated.ts';
import { i18n } from './i18n.ts';
import { exactClock, count as inDigits } from './spans.ts';

type Event = Commands['event.list']['answer']['events'][number];
type Line = Commands['tail']['answer'];
type Notice = Extract<Line, { kind: 'notice' }>;
/** Why something is as it is: in English words, and as a kind that is said in every language. */
export type Told = Pick<Event, 'reason' | 'cause'>;

/** Why an event is in its state, or what came of a try. Words of another program are quoted as they are. */
export function causeText({ reason, cause }: Told): string {
  const { t } = i18n.global;
  if (!cause) return t('causes.quoted', { words: reason });
  const { most } = cause.values;
  const values = { ...cause.values, ...(most !== undefined && { most: inDigits(Number(most)) }), words: reason };
  return t(`causes.${cause.kind}`, values);
}

/** Who hears of an event. */
export function hearerText({ hearer: { kind, name } }: Pick<Event, 'hearer'>): string {
  return kind === 'webhook' || kind === 'application' ? i18n.global.t(`hearers.${kind}`, { name }) : name;
}

/** Who did what: what was written, or in whose private chat it was. */
export function aboutText({ about, user, talkers }: Pick<Event, 'about' | 'user' | 'talkers'>): string {
  return talkers.length === 0 ? about : [user, namesText(talkers)].filter(Boolean).join(': ');
}

export function noticeText({ what, count, until }: Notice): string {
  const { t } = i18n.global;
  return what === 'overflow'
    ? t('hearers.overflow', { count: inDigits(count ?? 0) })
    : t('hearers.gone', { time: exactClock(until ?? 0) });
}

/** Alice and Echo; Alice und Echo. */
export function namesText(names: readonly string[]): string {
  return new Intl.ListFormat(i18n.global.locale.value).format(names);
}
