import { fromJson, idOf, lenient, measured, optional, readBy, required, unless } from '#api/kernel/definition/field.ts';
import { toCursor, toId, toInteger, toList } from '#api/kernel/wire/read.ts';
import { LIST_LENGTH, listUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';
import { alsoAs } from './params.ts';

/** A number to read on from, which no notification need have (R39). */
export const lastId = idOf(
  'notification',
  optional('Only notifications with smaller ids; 0: from the newest', readBy(wire.integer, toCursor)),
);

/** What is no id names none, and nothing is read then (G14). */
export const readId = idOf(
  'notification',
  lenient('Id of the notification, 0: all of them; without it nothing happens', wire.idOrZero, toId),
);

/** Ids up to the first that is none (G15). */
export const idsToRead = idOf(
  'notification',
  required(
    'Ids of the notifications; what follows one that is not positive is left out',
    fromJson(
      measured(
        listUpTo(LIST_LENGTH),
        readBy(wire.ids, (raw) => {
          const ids = toList(raw)?.map((one) => toInteger(one) ?? 0);
          const end = ids?.findIndex((id) => id <= 0) ?? -1;
          return end < 0 ? ids : ids?.slice(0, end);
        }),
      ),
    ),
  ),
);

/** Both names are in use for the notification that is answered (G17). */
export const answeredFields = {
  NOTIFY_ID: unless(['ID'], field.requiredId('notification', 'Id of the notification')),
  ID: field.maybeId('notification', 'The same; not looked at where NOTIFY_ID is given'),
} as const;

export const settleOnNotifyId = alsoAs('NOTIFY_ID', 'ID');
