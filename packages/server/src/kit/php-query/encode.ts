/** A scalar as it stands behind the `=`; undefined for what leaves no trace. */
export function encodeScalar(value: unknown): string | undefined {
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

/** As PHP's `urlencode` does it. */
export function urlEncode(text: string): string {
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
