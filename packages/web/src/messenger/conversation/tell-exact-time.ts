import { exactTime } from '../../languages/times.ts';

/** Gives the time under the pointer its tooltip: to write it out takes long, and there is one in each message. */
export function tellExactTime({ target }: Event): void {
  const time = target instanceof HTMLTimeElement ? target : undefined;
  if (time?.closest('[data-message]')) time.title = exactTime(new Date(time.dateTime));
}
