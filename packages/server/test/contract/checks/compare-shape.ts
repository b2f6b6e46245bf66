/**
 * Says how an answer differs in shape from the documented one: keys that are missing or too many, other JSON types.
 * Nothing is said of values.
 *
 * - A list must be non-empty where the documented one is, and each item must look like one of the documented items.
 * - null is always fine where null is documented. Where the documented value is null, another one must be of a type that
 *   the page's table of returned data gives; where it is not, null must stand in that table.
 * - An object whose keys the table calls dynamic (`result.users.{id}`) is compared like a list.
 */
export function shapeDifferences(
  documented: unknown,
  actual: unknown,
  types: Readonly<Record<string, string>> = {},
  path = 'result',
): string[] {
  const documentedKind = kindOf(documented);
  const actualKind = kindOf(actual);
  if (documentedKind !== actualKind)
    return acceptsInstead(documentedKind, actualKind, types[path])
      ? []
      : [`${path} is ${actualKind}, documented is ${documentedKind}`];
  if (Array.isArray(documented) && Array.isArray(actual))
    return itemDifferences(documented, actual, types, `${path}[]`);
  if (!isObject(documented) || !isObject(actual)) return [];
  const dynamic = Object.keys(types).find(
    (other) => other.startsWith(`${path}.`) && /^[{<][^.]*[}>]$/.test(other.slice(path.length + 1)),
  );
  return dynamic === undefined
    ? keyDifferences(documented, actual, types, path)
    : itemDifferences(Object.values(documented), Object.values(actual), types, dynamic);
}

function keyDifferences(
  documented: JsonObject,
  actual: JsonObject,
  types: Readonly<Record<string, string>>,
  path: string,
): string[] {
  const missing = Object.keys(documented).filter((key) => !Object.hasOwn(actual, key));
  const extra = Object.keys(actual).filter((key) => !Object.hasOwn(documented, key));
  return [
    ...missing.map((key) => `${path}.${key} is missing`),
    ...extra.map((key) => `${path}.${key} is not documented`),
    ...Object.keys(documented)
      .filter((key) => Object.hasOwn(actual, key))
      .flatMap((key) => shapeDifferences(documented[key], actual[key], types, `${path}.${key}`)),
  ];
}

function itemDifferences(
  documented: readonly unknown[],
  actual: readonly unknown[],
  types: Readonly<Record<string, string>>,
  path: string,
): string[] {
  if (documented.length === 0) return [];
  if (actual.length === 0) return [`${path} is empty, the documented list is not`];
  return actual.flatMap((item) => {
    const compared = documented.map((one) => shapeDifferences(one, item, types, path));
    return compared.reduce((best, one) => (one.length < best.length ? one : best));
  });
}

type JsonObject = Readonly<Record<string, unknown>>;
type Kind = 'null' | 'list' | 'object' | 'string' | 'number' | 'boolean' | 'nothing';

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const kind = typeof value;
  return kind === 'object' || kind === 'string' || kind === 'number' || kind === 'boolean' ? kind : 'nothing';
}

/** The page's words for types; what is not here is the name of an object that another page describes. */
const KIND_OF_TYPE: Readonly<Record<string, Kind>> = {
  null: 'null',
  array: 'list',
  object: 'object',
  string: 'string',
  datetime: 'string',
  date: 'string',
  integer: 'number',
  double: 'number',
  boolean: 'boolean',
};

/** Whether the table of returned data allows what the example does not show. */
function acceptsInstead(documented: Kind, actual: Kind, type: string | undefined): boolean {
  const listed =
    type?.split('|').map((word) => (word.endsWith('[]') ? 'list' : (KIND_OF_TYPE[word] ?? 'object'))) ?? [];
  // A single type that disagrees with the example is a slip of the page: clients were written against real answers.
  return listed.includes(actual) && (documented === 'null' || listed.length > 1);
}
