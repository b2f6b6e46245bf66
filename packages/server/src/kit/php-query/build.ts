export interface QueryRules {
  /** `empty`: `name=`, as events are sent. `omitted`: left out, as PHP's `http_build_query` does. */
  readonly nulls: 'empty' | 'omitted';
}

/**
 * Writes `a%5Bb%5D=1&c=x+y` the way PHP's `http_build_query` does, in the order of the keys: true is 1, false is 0,
 * and what is empty or undefined leaves no trace. Other than in PHP null is sent as an empty text unless told
 * otherwise: that is how the handlers of events know it.
 */
export function buildPhpQuery(
  value: Readonly<Record<string, unknown>>,
  { nulls }: QueryRules = { nulls: 'empty' },
): string {
  const fields: string[] = [];
  for (const key of Object.keys(value)) append(fields, urlEncode(key), value[key], nulls);
  return fields.join('&');
}

function append(fields: string[], name: string, value: unknown, nulls: QueryRules['nulls']): void {
  if (typeof value === 'object' && value !== null) {
    const items = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(items)) append(fields, `${name}%5B${urlEncode(key)}%5D`, items[key], nulls);
    return;
  }
  const text = value === null ? nullText(nulls) : scalarText(value);
  if (text !== undefined) fields.push(`${name}=${urlEncode(text)}`);
}

function nullText(nulls: QueryRules['nulls']): string | undefined {
  return nulls === 'empty' ? '' : undefined;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'bigint' ? String(value) : undefined;
}

/** Whole numbers of 64 bits as they are; others with 14 digits, PHP's default precision. */
function numberText(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 2 ** 63) return String(number);
  if (Number.isNaN(number)) return 'NAN';
  if (!Number.isFinite(number)) return number < 0 ? '-INF' : 'INF';
  const exact = number.toExponential(60);
  // JavaScript rounds a half up, PHP to the even digit.
  const isHalf = /^-?\d\.\d{12}[02468]50+e/.test(exact);
  const rounded = isHalf ? exact.replace(/50+e/, 'e') : number.toExponential(13);
  const size = Math.abs(Number(rounded));
  if (size >= 1e-4 && size < 1e14) return String(Number(rounded));
  return rounded.replace(/(\.\d+?)0*e/, '$1E');
}

/** Where `encodeURIComponent` differs from PHP's `urlencode`. */
const ESCAPES: Readonly<Record<string, string>> = {
  '%20': '+',
  '!': '%21',
  "'": '%27',
  '(': '%28',
  ')': '%29',
  '*': '%2A',
  '~': '%7E',
};

/** Half a character, which JSON can carry in, has no bytes to be escaped: it becomes U+FFFD and the event still goes. */
const HALF_CHARACTER = /\p{Surrogate}/gu;

function urlEncode(text: string): string {
  if (/^[\w.-]*$/.test(text)) return text;
  const escaped = encodeURIComponent(text.replace(HALF_CHARACTER, '\ufffd'));
  return escaped.replace(/%20|[!'()*~]/g, (found) => ESCAPES[found] ?? found);
}
