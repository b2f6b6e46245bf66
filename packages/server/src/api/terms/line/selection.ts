import { z } from 'zod';
import { toInteger, toList, toObject, toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import { done, type Outcome, refused } from '#kit/outcome.ts';
import { splitKey } from '../list/operators.ts';
import { conditions, sortMap } from '../list/params.ts';
import { settingsShape } from './present.ts';

/*
 * What of which open channels is asked for. Everything that is wrong with it is told, one thing at a time.
 */

const PARTS = ['select', 'order', 'filter', 'limit', 'offset'] as const;
const OPTIONS = ['QUEUE', 'CONFIG_QUEUE', 'CHECK_PERMISSION'] as const;
/** What somebody may want to do with a line. */
const ACTIONS = ['VIEW', 'PERFORM', 'MODIFY'] as const;
const USUAL = 50;
const MOST = 200;
const FIELD = /^[A-Z][A-Z0-9_]*$/i;

export const selectionForm = z
  .object({
    select: z.array(z.string()).describe('Fields; all of them where it is empty'),
    order: sortMap,
    filter: conditions,
    limit: z.number().int().min(0).max(MOST).describe(`${USUAL} unless it is said`),
    offset: z.number().int().min(0).describe('How many to pass over'),
  })
  .partial();
export const selectionOptions = z
  .object({
    QUEUE: z.enum(['Y', 'N']).describe('Y: with who answers'),
    CONFIG_QUEUE: z.enum(['Y', 'N']).describe('Y: with the entries of the queue'),
    CHECK_PERMISSION: z.enum(ACTIONS).describe('Only lines with which the caller may do that'),
  })
  .partial();

export type SelectionFault =
  | 'params_unknown'
  | `${'select' | 'order' | 'filter'}_${'malformed' | 'misnamed' | 'unknown'}`
  | `${'limit' | 'offset'}_malformed`
  | 'alias_misnamed'
  | 'alias_taken'
  | 'direction_wrong'
  | 'options_unknown'
  | `${'queue' | 'config_queue'}_malformed`
  | 'permission_unknown';

export interface Selection {
  /** By the name that it has in the answer; empty: all of them under their own. */
  readonly select: ReadonlyMap<string, string>;
  readonly order: Readonly<Record<string, unknown>>;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly limit: number;
  readonly offset: number;
  readonly withQueue: boolean;
  readonly withEntries: boolean;
  /** Only lines that the caller may change. */
  readonly toModify: boolean;
}

type Sent = Readonly<Record<string, unknown>>;

export function readSelection(params: Sent, options: Sent): Outcome<Selection, SelectionFault> {
  const faults: (readonly [SelectionFault, string?] | false)[] = [];
  const part = (name: string) => sentAs(name, params);
  const [select, order, filter] = [part('select') ?? [], part('order') ?? {}, part('filter') ?? {}];
  const selected = namesIn(select);
  const [ordered, filtered] = [toObject(order), toObject(filter)];
  const [limit, offset] = [countIn(part('limit'), USUAL), countIn(part('offset'), 0)];
  const names = {
    select: [...(selected ?? [])].map(([, name]) => name),
    order: Object.keys(ordered ?? {}),
    filter: Object.keys(filtered ?? {}).map((key) => splitKey(key)?.name ?? ''),
  };
  const aliases = [...(selected ?? [])].flatMap(([alias, name]) => (alias === name ? [] : [alias]));
  const wrongParams = others(params, PARTS);
  faults.push(wrongParams !== '' && ['params_unknown', wrongParams]);
  faults.push(!selected && ['select_malformed'], !ordered && ['order_malformed'], !filtered && ['filter_malformed']);
  faults.push(limit === undefined && ['limit_malformed'], offset === undefined && ['offset_malformed']);
  for (const where of ['select', 'order', 'filter'] as const)
    faults.push(names[where].some((name) => !FIELD.test(name)) && [`${where}_misnamed`]);
  for (const where of ['select', 'order', 'filter'] as const) {
    const unknown = names[where].find((name) => !isField(name));
    faults.push(unknown !== undefined && [`${where}_unknown`, unknown]);
  }
  const taken = aliases.find(isField);
  faults.push(aliases.some((alias) => !FIELD.test(alias)) && ['alias_misnamed']);
  faults.push(taken !== undefined && ['alias_taken', taken]);
  faults.push(
    Object.values(ordered ?? {}).some((way) => !/^(?:asc|desc)$/i.test(toText(way) ?? '')) && ['direction_wrong'],
  );
  const wrongOptions = others(options, OPTIONS);
  faults.push(wrongOptions !== '' && ['options_unknown', wrongOptions]);
  const [queue, entries, action] = OPTIONS.map((name) => sentAs(name, options));
  faults.push(isNoScalar(queue) && ['queue_malformed'], isNoScalar(entries) && ['config_queue_malformed']);
  const wanted = toText(action)?.toUpperCase() ?? '';
  const isAction = action === undefined || (ACTIONS as readonly string[]).includes(wanted);
  faults.push(!isAction && ['permission_unknown']);
  const first = faults.find((fault) => fault !== false);
  if (first) return refused(first[0], { name: first[1] ?? '' });
  return done({
    select: selected ?? new Map(),
    order: ordered ?? {},
    filter: filtered ?? {},
    limit: Math.min(limit ?? USUAL, MOST),
    offset: offset ?? 0,
    withQueue: isYes(queue),
    withEntries: isYes(entries),
    toModify: wanted === 'MODIFY',
  });
}

/** A list of fields, or fields by the names that they are to have. */
function namesIn(raw: unknown): ReadonlyMap<string, string> | undefined {
  const list = toList(raw);
  if (list)
    return new Map(
      list.map((one) => toText(one)?.trim() ?? '').map((name) => [name.toUpperCase(), name.toUpperCase()]),
    );
  const map = typeof raw === 'string' ? undefined : toObject(raw);
  return map && new Map(Object.entries(map).map(([alias, name]) => [alias, toText(name)?.trim().toUpperCase() ?? '']));
}

function countIn(raw: unknown, usual: number): number | undefined {
  if (raw === undefined) return usual;
  const count = toInteger(raw);
  return count !== undefined && count >= 0 ? count : undefined;
}

function others(sent: Sent, known: readonly string[]): string {
  const names = known.map((name) => name.toLowerCase());
  return Object.keys(sent)
    .filter((name) => !names.includes(name.toLowerCase()))
    .join(',');
}

function isField(name: string): boolean {
  return Object.hasOwn(settingsShape, name.toUpperCase());
}

function isNoScalar(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null;
}

function isYes(raw: unknown): boolean {
  return /^(?:y|1|true)$/i.test(toText(raw) ?? '');
}

const format = <R extends SelectionFault>(reason: R, text: string) =>
  ({
    code: 'INVALID_FORMAT',
    message: ({ name = '' }: Readonly<Record<string, string | number>>) => text.replace('#', String(name)),
    refused: reason,
  }) as const;

export const selectionRows = [
  format('params_unknown', 'Unsupported PARAMS fields are passed: #'),
  format('select_malformed', "A wrong format for the PARAMS field 'select' is passed"),
  format('order_malformed', "A wrong format for the PARAMS field 'order' is passed"),
  format('filter_malformed', "A wrong format for the PARAMS field 'filter' is passed"),
  format('limit_malformed', "A non-negative integer is expected in the PARAMS field 'limit'"),
  format('offset_malformed', "A non-negative integer is expected in the PARAMS field 'offset'"),
  format('select_misnamed', "A wrong field name is passed in the PARAMS field 'select'"),
  format('order_misnamed', "A wrong field name is passed in the PARAMS field 'order'"),
  format('filter_misnamed', "A wrong field name is passed in the PARAMS field 'filter'"),
  format('select_unknown', "An unknown field '#' is passed in the PARAMS field 'select'"),
  format('order_unknown', "An unknown field '#' is passed in the PARAMS field 'order'"),
  format('filter_unknown', "An unknown field '#' is passed in the PARAMS field 'filter'"),
  format('alias_misnamed', "A wrong field alias is passed in the PARAMS field 'select'"),
  format('alias_taken', "The alias '#' matches an existing field in the PARAMS field 'select'"),
  format('direction_wrong', "A wrong sorting direction is passed in the PARAMS field 'order'"),
  format('options_unknown', 'Unsupported OPTIONS fields are passed: #'),
  format('queue_malformed', "A wrong format for the OPTIONS field 'QUEUE' is passed"),
  format('config_queue_malformed', "A wrong format for the OPTIONS field 'CONFIG_QUEUE' is passed"),
  format('permission_unknown', "An unknown value for the OPTIONS field 'CHECK_PERMISSION' is passed"),
] as const;
