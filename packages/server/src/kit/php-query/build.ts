// provisional: replaced by the real codec
export function buildPhpQuery(value: Readonly<Record<string, unknown>>): string {
  const out: string[] = [];
  const enc = (s: string) => encodeURIComponent(s).replace(/%20/g, '+').replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const walk = (prefix: string, v: unknown): void => { if (typeof v === 'object' && v !== null) for (const [k, x] of Object.entries(v)) walk(prefix ? `${prefix}[${k}]` : k, x); else out.push(`${enc(prefix)}=${enc(v === true ? '1' : v === false ? '0' : v === null || v === undefined ? '' : String(v))}`); };
  walk('', value);
  return out.join('&');
}
