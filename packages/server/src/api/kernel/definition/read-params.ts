import { toObject } from '../wire/read.ts';
import { sentAs } from '../wire/sent-as.ts';
import type { Method } from './defined-method.ts';
import type { Dropped, Parsed } from './field.ts';

/** The parameters of a call as they were read. */
export interface ReadParams {
  /** One that is faulty has no value. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly faulty: ReadonlySet<string>;
  /** Those that are faulty, and those of which something was left out, in the order of the method. */
  readonly remarkable: Readonly<Record<string, Parsed<unknown>>>;
}

/** How the parameters of a method are read. */
interface Reader {
  /** What each is when nothing was sent. */
  readonly blank: Readonly<Record<string, unknown>>;
  /**
   * Those that are no more than that when they were not sent, by their names as they are written and in capitals; '' for
   * names that are read elsewhere.
   */
  readonly ifSent: ReadonlyMap<string, string>;
  /** The same within others: by what they lie in, then by their own names. */
  readonly within: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Those that are looked for in any case: required ones, and those whose blank is made anew. */
  readonly always: readonly string[];
}

const readers = new WeakMap<Method, Reader>();

/** Most calls are without a fault: they share the set of none. */
const NONE: ReadonlySet<string> = new Set();
const NOTHING = {};

/** Reads what was sent by the method's fields. */
export function readParams(method: Method, sent: Readonly<Record<string, unknown>>): ReadParams {
  const { blank, ifSent, within, always } = readerOf(method);
  const prepared = method.prepare ? method.prepare(sent) : sent;
  const values = { ...blank };
  let remarks: Record<string, Parsed<unknown>> | undefined;
  const read = (name: string, raw: unknown) => {
    const parsed = (method.params[name] as Method['params'][string]).parse(raw);
    values[name] = parsed.ok ? parsed.value : undefined;
    if (!parsed.ok || parsed.dropped || remarks) remarks = { ...remarks, [name]: parsed };
  };
  const readSent = (sent: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>) => {
    for (const key in sent) {
      const name = names.get(key) ?? inAnyCase(key, names);
      if (name) read(name, sent[key]);
    }
  };
  const toMap = method.hasChildren ? readOnce() : toObject;
  for (const [parent, names] of within) readSent(toMap(sentAs(parent, prepared)) ?? {}, names);
  // Behind those within: what is sent under a name with its dot counts before them.
  readSent(prepared, ifSent);
  for (const name of always) read(name, sentAs(name, prepared, toMap));
  return remarks ? withRemarks(method, values, remarks) : { values, faulty: NONE, remarkable: NOTHING };
}

/** Most are sent as they are written in the documentation. */
function inAnyCase(key: string, names: ReadonlyMap<string, string>): string | undefined {
  const inCapitals = key.toUpperCase();
  return inCapitals.length === key.length ? names.get(inCapitals) : undefined;
}

/** Of a parameter that was sent twice, in two spellings, the later one counts. */
function withRemarks(
  { params }: Method,
  values: ReadParams['values'],
  remarks: Readonly<Record<string, Parsed<unknown>>>,
): ReadParams {
  const inOrder = Object.keys(params).flatMap((name) => {
    const parsed = Object.hasOwn(remarks, name) ? remarks[name] : undefined;
    return parsed && (!parsed.ok || parsed.dropped) ? [[name, parsed] as const] : [];
  });
  return {
    values,
    faulty: new Set(inOrder.flatMap(([name, { ok }]) => (ok ? [] : [name]))),
    remarkable: Object.fromEntries(inOrder),
  };
}

function readerOf(method: Method): Reader {
  let reader = readers.get(method);
  if (!reader) {
    reader = toReader(method);
    readers.set(method, reader);
  }
  return reader;
}

function toReader({ params }: Method): Reader {
  const blank: Record<string, unknown> = {};
  const ifSent = new Map<string, string>();
  const within = new Map<string, Map<string, string>>();
  const always: string[] = [];
  for (const [name, field] of Object.entries(params)) {
    const nothing = field.parse(undefined);
    const value = nothing.ok ? nothing.value : undefined;
    blank[name] = value;
    const key = name.toUpperCase();
    // An object may be made anew for each call.
    const isPlain = nothing.ok && !nothing.dropped && isSame(field, value);
    const [parent = '', child, ...deeper] = name.split('.');
    if (!isPlain || ifSent.has(key) || deeper.length > 0) {
      always.push(name);
      continue;
    }
    ifSent.set(key, name);
    if (child === undefined) continue;
    const names = within.get(parent) ?? new Map<string, string>();
    within.set(parent, names.set(child.toUpperCase(), name));
  }
  for (const names of within.values())
    for (const name of [...names.values()]) names.set(name.slice(name.indexOf('.') + 1), name);
  for (const name of [...ifSent.values()]) ifSent.set(name, name);
  for (const name of [...always, ...within.keys()]) if (!ifSent.has(name.toUpperCase())) ifSent.set(name, '');
  return { blank, ifSent, within, always };
}

/** Whether the next call is given the same value, too, when nothing is sent. */
function isSame(field: Method['params'][string], value: unknown): boolean {
  const again = field.parse(undefined);
  return again.ok && again.value === value;
}

/** FIELDS may come as JSON, and is looked into for each of its children: it is decoded once. */
function readOnce(): typeof toObject {
  let known: Map<string, ReturnType<typeof toObject>> | undefined;
  return (raw) => {
    if (typeof raw !== 'string') return toObject(raw);
    known ??= new Map();
    if (!known.has(raw)) known.set(raw, toObject(raw));
    return known.get(raw);
  };
}

/** What readers left out of the parameters (R48). */
export function droppedFrom({ remarkable }: ReadParams): readonly Dropped[] | undefined {
  let all: readonly Dropped[] | undefined;
  for (const name in remarkable) {
    const dropped = droppedOf(name, remarkable);
    if (dropped) all = all ? [...all, ...dropped] : dropped;
  }
  return all;
}

/** The same of one of them: readers do not know the name of what they read. */
export function droppedOf(name: string, remarkable: ReadParams['remarkable']): readonly Dropped[] | undefined {
  return remarkable[name]?.dropped?.map(({ where, why }) => ({ where: where || name, why }));
}
