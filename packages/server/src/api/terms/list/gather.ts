import { toObject } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import { openFields } from '../person/select-fields.ts';
import { isFieldName } from '../user-field/names.ts';
import { factFinder } from './facts.ts';
import { isCondition } from './filter.ts';
import { splitKey } from './operators.ts';

const anyFact = factFinder(openFields(['user']));

/**
 * Conditions stand within FILTER or, as clients have always sent them, beside it: `user.get?ID=1`. Those of a method's own
 * are named.
 */
export function gatherConditions(
  sent: Readonly<Record<string, unknown>>,
  ownNames: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const raw = sentAs('FILTER', sent) ?? {};
  const within = toObject(raw);
  const beside = Object.fromEntries(
    Object.entries(sent).filter(
      ([key]) =>
        ownNames.includes(key.toUpperCase()) || isCondition(key, anyFact) || isFieldName(splitKey(key)?.name ?? ''),
    ),
  );
  const others = Object.entries(sent).filter(([key]) => key.toUpperCase() !== 'FILTER');
  return { ...Object.fromEntries(others), FILTER: within ? { ...beside, ...within } : raw };
}
