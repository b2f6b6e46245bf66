/**
 * Says how the data of an event differs from its documented fields: fields that are missing, and values that stand in
 * none of them. What stands within a field is documented by that field where its own parts are not.
 */
export function fieldDifferences(documented: Readonly<Record<string, string>>, data: unknown): string[] {
  const fields = Object.keys(documented);
  const values = pathsOf(data, []);
  const isWithin = (path: string, field: string) => path === field || path.startsWith(`${field}.`);
  const hasParts = (field: string) => fields.some((other) => other !== field && isWithin(other, field));
  const whole = fields.filter((field) => !hasParts(field));
  return [
    ...whole.filter((field) => !values.some((path) => isWithin(path, field))).map((field) => `${field} is missing`),
    ...values
      .filter((path) => !whole.some((field) => isWithin(path, field)))
      .map((path) => `${path} is not documented`),
  ];
}

function pathsOf(value: unknown, path: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
}
