import { toObject } from '../kernel/read.ts';
import { openFields } from '../user-scope.ts';
import { isCondition } from './filter.ts';

const ALL_FIELDS = openFields(['user']);

/** Conditions stand within FILTER or, as clients have always sent them, beside it: `user.get?ID=1`. */
export function gatherConditions(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const filterKey = Object.keys(sent).find((key) => key.toUpperCase() === 'FILTER');
  const raw = (filterKey && sent[filterKey]) ?? {};
  const within = toObject(raw);
  const beside = Object.fromEntries(Object.entries(sent).filter(([key]) => isCondition(key, ALL_FIELDS)));
  return { ...sent, FILTER: within ? { ...beside, ...within } : raw };
}
