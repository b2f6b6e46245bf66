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
  let query = '';
  for (const key of Object.keys(value)) query = append(query, encodeKey(key), value[key], nulls);
  return query;
}

function append(query: string, name: string, value: unknown, nulls: QueryRules['nulls']): string {
  if (typeof value === 'object' && value !== null) {
    const items = value as Readonly<Record<string, unknown>>;
    let longer = query;
    for (const key of Object.keys(items)) longer = append(longer, `${name}%5B${encodeKey(key)}%5D`, items[key], nulls);
    return longer;
  }
  const text = value === null ? nullText(nulls) : scalarText(value);
  if (text === undefined) return query;
  return query === '' ? `${name}=${text}` : `${query}&${name}=${text}`;
}

function nullText(nulls: QueryRules['nulls']): string | undefined {
  return nulls === 'empty' ? '' : undefined;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return urlEncode(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? `${value}` : urlEncode(numberText(value));
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'bigint' ? `${value}` : undefined;
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

/** The keys of events are few, and each of them is written in every event. */
const keys = new Map<string, string>();
const KEYS = 1_000;
const KEY_LENGTH = 64;

function encodeKey(key: string): string {
  let encoded = keys.get(key);
  if (encoded === undefined) {
    encoded = urlEncode(key);
    if (keys.size < KEYS && key.length <= KEY_LENGTH) keys.set(key, encoded);
  }
  return encoded;
}

/** Where `encodeURIComponent` differs from PHP's `urlencode`, beside the space. */
const ESCAPES: Readonly<Record<string, string>> = {
  '!': '%21',
  "'": '%27',
  '(': '%28',
  ')': '%29',
  '*': '%2A',
  '~': '%7E',
};
const UNESCAPED = /[!'()*~]/;
const PLAIN = /^[\w.-]*$/;

/** Half a character, which JSON can carry in, has no bytes to be escaped: it becomes U+FFFD and the event still goes. */
const HALF_CHARACTER = /\p{Surrogate}/gu;

function urlEncode(text: string): string {
  if (PLAIN.test(text)) return text;
  const escaped = percentEncode(text).replaceAll('%20', '+');
  return UNESCAPED.test(escaped) ? escaped.replace(/[!'()*~]/g, (found) => ESCAPES[found] ?? found) : escaped;
}

function percentEncode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(text.replace(HALF_CHARACTER, '\ufffd'));
  }
}
