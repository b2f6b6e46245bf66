import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import type { Line } from '#domain/line/line.ts';
import { canAdminister } from '#domain/user/administrator.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { meetsAll } from '../list/conditions.ts';
import { sortBy, toSortKeys } from '../list/sort.ts';
import { type Fact, numberFact, textFact } from '../person/fact.ts';
import { presentEntries, presentListedQueue, presentSettings, settingsShape } from './present.ts';
import type { Selection } from './selection.ts';

type Settings = ReturnType<typeof presentSettings>;

/** Of every field its text; ids are compared as numbers. */
const facts = new Map<string, Fact<Line>>(
  Object.keys(settingsShape).map((name) => {
    const value = (line: Line) => presentSettings(line)[name as keyof Settings];
    const isId = name === 'ID' || name.endsWith('_ID');
    return [
      name,
      isId ? numberFact((line) => [Number(value(line))]) : textFact((line) => String(value(line) ?? '')),
    ] as const;
  }),
);

/** The lines of the portal that are asked for. Guests are told of none. */
export async function listLines(work: Reading, { portal, user, origin }: ApiCaller, asked: Selection) {
  const { select, order, filter, limit, offset, withQueue, withEntries, toModify } = asked;
  const maySee = !user.isExtranet && (!toModify || canAdminister(user));
  const all = maySee ? await work.lines.listOfPortal(portal.id) : [];
  const factOf = (name: string) => facts.get(name);
  const isWanted = meetsAll(filter, factOf);
  const found = sortBy(
    all.filter((line) => isWanted(line, work.now)),
    toSortKeys('ID', order),
    factOf,
    work.now,
  );
  const shown = [];
  for (const line of found.slice(offset, offset + limit))
    shown.push({
      ...pick(presentSettings(line), select),
      ...(withQueue && (await presentListedQueue(work, line, origin))),
      ...(withEntries && { CONFIG_QUEUE: presentEntries(line) }),
    });
  return shown;
}

function pick(settings: Settings, select: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  if (select.size === 0) return settings;
  return Object.fromEntries([...select].map(([as, name]) => [as, settings[name as keyof Settings]]));
}
