import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { toFlag, toInteger, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import { isTimeZone } from '#domain/line/hours.ts';
import {
  DISTRIBUTIONS,
  type Distribution,
  type KeptValue,
  type LineDraft,
  type QueueEntry,
} from '#domain/line/line.ts';
import { TEXT_LENGTH } from '../basic/amounts.ts';
import { wire } from '../basic/wire.ts';
import { minutesOf, timesIn } from './hours.ts';
import { KEPT, type KeptKind } from './kept-settings.ts';

/*
 * Settings of a line, as programs send them. What is no value of a setting leaves that one as it is.
 */

const MOST_IN_QUEUE = 100;
const flag = wire.flag.optional();
const text = wire.textOf(TEXT_LENGTH).optional();
const number = wire.count.optional();
const FORMS: Readonly<Record<KeptKind, z.ZodType>> = {
  flag,
  number,
  text,
  time: text,
  zone: text,
  list: z.array(wire.scalar).optional(),
  map: z.record(z.string(), wire.scalar).optional(),
};
const entry = z.object({
  ENTITY_TYPE: z.enum(['user', 'department']).describe('What ENTITY_ID is the id of'),
  ENTITY_ID: wire.id,
});

export const lineSettings = component(
  'LineSettings',
  'Settings of an open channel. Those without a description are kept, and nothing here follows them',
  z.object({
    LINE_NAME: text.describe('What it is called; visitors see it'),
    ACTIVE: flag.describe('N: nobody can write there'),
    QUEUE: z.array(entry).max(MOST_IN_QUEUE).optional().describe('Who answers when the bot passes a visitor on'),
    QUEUE_TYPE: z
      .enum(DISTRIBUTIONS)
      .optional()
      .describe('strictly: the first of them is asked; evenly: who has the fewest visitors; all: everybody'),
    WELCOME_BOT_ENABLE: flag.describe('N: people answer from the start'),
    WELCOME_BOT_ID: wire.idOrZero
      .optional()
      .describe('The bot that speaks with visitors first, of TYPE=O or with OPENLINE=Y; 0: none'),
    WELCOME_MESSAGE: flag.describe('Y: a conversation begins with the greeting'),
    WELCOME_MESSAGE_TEXT: text.describe('The greeting'),
    LANGUAGE_ID: text.describe('Language of its page: en, de or ru; any other is English'),
    ...Object.fromEntries(
      Object.entries(KEPT).map(([name, { kind, does }]) => [name, does ? FORMS[kind].describe(does) : FORMS[kind]]),
    ),
  }),
  { LINE_NAME: 'Support', QUEUE: [{ ENTITY_TYPE: 'user', ENTITY_ID: 1 }], WELCOME_BOT_ID: 39 },
);

type Change = { -readonly [Key in keyof Omit<LineDraft, 'portalId' | 'code'>]?: LineDraft[Key] };

/** What of a line is to be another; `kept` is what it has. */
export function toLineChange(sent: Readonly<Record<string, unknown>>, kept: LineDraft['kept']): Change {
  const read = <T>(name: string, reader: (raw: unknown) => T | undefined) => {
    const raw = sentAs(name, sent);
    return raw === undefined ? undefined : reader(raw);
  };
  const change: Change = {};
  const set = <Key extends keyof Change>(key: Key, value: Change[Key] | undefined) => {
    if (value !== undefined) change[key] = value;
  };
  set(
    'name',
    read('LINE_NAME', (raw) => toShort(raw)?.slice(0, 255) || undefined),
  );
  set('isActive', read('ACTIVE', toFlag));
  set('queue', read('QUEUE', toQueue));
  set('distribution', read('QUEUE_TYPE', toDistribution));
  set('usesBot', read('WELCOME_BOT_ENABLE', toFlag));
  set('welcomeBotId', read('WELCOME_BOT_ID', toNumber));
  set('greets', read('WELCOME_MESSAGE', toFlag));
  set('greeting', read('WELCOME_MESSAGE_TEXT', toShort));
  set(
    'language',
    read('LANGUAGE_ID', (raw) => /^[a-z]{2}$/.exec(toText(raw)?.toLowerCase() ?? '')?.[0]),
  );
  const others: Record<string, KeptValue> = {};
  for (const [name, { kind }] of Object.entries(KEPT)) {
    const value = read(name, READERS[kind]);
    if (value !== undefined) others[name] = value;
  }
  if (Object.keys(others).length === 0) return change;
  const all = { ...kept, ...others };
  return { ...change, ...timesIn(all), kept: all };
}

const READERS: Readonly<Record<KeptKind, (raw: unknown) => KeptValue | undefined>> = {
  flag: (raw) => ({ true: 'Y', false: 'N' })[String(toFlag(raw))],
  number: (raw) => toNumber(raw)?.toString(),
  text: toShort,
  time: (raw) => valid(toShort(raw), (time) => minutesOf(time) !== undefined),
  zone: (raw) => valid(toShort(raw), isTimeZone),
  list: (raw) => (toList(raw) ?? [raw]).slice(0, MOST_IN_QUEUE).map((one) => toShort(one) ?? ''),
  map: (raw) =>
    Object.fromEntries(
      Object.entries(toObject(raw) ?? {})
        .slice(0, MOST_IN_QUEUE)
        .map(([key, value]) => [key.slice(0, 255), toShort(value) ?? '']),
    ),
};

/** What is no value of a setting leaves it as it is. */
function valid(text: string | undefined, isValid: (text: string) => boolean): string | undefined {
  return text !== undefined && isValid(text) ? text : undefined;
}

function toShort(raw: unknown): string | undefined {
  return toText(raw)?.trim().slice(0, TEXT_LENGTH);
}

function toNumber(raw: unknown): number | undefined {
  const value = toInteger(raw);
  return value !== undefined && value >= 0 ? value : undefined;
}

function toDistribution(raw: unknown): Distribution | undefined {
  return DISTRIBUTIONS.find((one) => one === toText(raw)?.toLowerCase());
}

/** People may stand there by their ids alone, as they are told in answers. */
function toQueue(raw: unknown): QueueEntry[] | undefined {
  return toList(raw)
    ?.slice(0, MOST_IN_QUEUE)
    .flatMap((one): QueueEntry[] => {
      const given = toObject(one);
      const id = toNumber(given ? sentAs('ENTITY_ID', given) : one);
      if (!id) return [];
      const kind = given ? toText(sentAs('ENTITY_TYPE', given))?.toLowerCase() : 'user';
      if (kind === 'user') return [{ kind: 'person', id }];
      return kind === 'department' ? [{ kind, id }] : [];
    });
}
