import { z } from 'zod';
import { idOf, isAbsent, optional, type Possibly, present, readBy, type Values } from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toId, toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import type { TransferTarget } from '#domain/line/transfer-session.ts';
import { NO_ID } from '../basic/no-id.ts';
import { wire } from '../basic/wire.ts';

/*
 * To whom a visitor is passed on. Of several that are given the first counts (G59).
 */

const targetId = readBy(wire.id, (raw) => toId(raw) || undefined);

const targetForm = component(
  'TransferId',
  'Id of a person, or `queue5` for the queue of a line',
  z.union([z.string().regex(/^(?:queue)?[1-9][0-9]{0,14}$/), z.number().int().min(1)]),
  12,
  'queue5',
);

const anyTarget = readBy(targetForm, (raw): TransferTarget | undefined => {
  const [, queue, digits = ''] = /^(queue)?([1-9]\d{0,14})$/i.exec(toText(raw)?.trim() ?? '') ?? [];
  const id = toId(digits);
  if (!id) return undefined;
  return queue === undefined ? { kind: 'person', id } : { kind: 'queue', lineId: id };
});

export const transferFields = {
  USER_ID: idOf('user', present('Id of a person', targetId)),
  QUEUE_ID: idOf('line', present('Id of a line, whose queue is meant', targetId)),
  TRANSFER_ID: idOf('user', optional('Either of them: 12 is a person, queue5 the queue of a line', anyTarget)),
} as const;

const ORDER = ['USER_ID', 'QUEUE_ID', 'TRANSFER_ID'];

/** What stands behind the first one that is given is not looked at, whatever it is. */
export function settleOnTarget(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const first = ORDER.find((name) =>
    name === 'TRANSFER_ID' ? !isAbsent(sentAs(name, sent)) : sentAs(name, sent) !== undefined,
  );
  const behind = new Set(ORDER.slice(ORDER.indexOf(first ?? '') + 1));
  if (first === undefined) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !behind.has(name.toUpperCase())));
}

type Given = Possibly<Values<typeof transferFields>>;

export const transferRows = [
  { code: 'USER_ID_EMPTY', message: "User ID can't be empty", invalid: 'USER_ID' },
  { code: 'QUEUE_ID_EMPTY', message: "QUEUE ID can't be empty", invalid: 'QUEUE_ID' },
  {
    code: 'TRANSFER_ID_EMPTY',
    message: "Queue ID or User ID can't be empty",
    invalid: 'TRANSFER_ID',
    when: ({ USER_ID, QUEUE_ID, TRANSFER_ID }: Given) =>
      USER_ID === undefined && QUEUE_ID === undefined && TRANSFER_ID === undefined,
  },
] as const;

export function targetOf({ USER_ID, QUEUE_ID, TRANSFER_ID }: Given): TransferTarget {
  if (USER_ID !== undefined) return { kind: 'person', id: USER_ID };
  if (QUEUE_ID !== undefined) return { kind: 'queue', lineId: QUEUE_ID };
  return TRANSFER_ID ?? { kind: 'person', id: NO_ID };
}
