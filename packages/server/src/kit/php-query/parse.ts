// provisional: replaced by the real codec
export function parsePhpQuery(text: string): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const pair of text.split('&')) {
    if (!pair) continue;
    const i = pair.indexOf('=');
    const dec = (s: string) => { try { return decodeURIComponent(s.replace(/\+/g, ' ')); } catch { return s; } };
    const name = dec(i < 0 ? pair : pair.slice(0, i)); const value = i < 0 ? '' : dec(pair.slice(i + 1));
    const m = /^([^[]+)((?:\[[^\]]*\])*)$/.exec(name); if (!m) continue;
    const keys = [m[1] as string, ...[...(m[2] ?? '').matchAll(/\[([^\]]*)\]/g)].map((x) => x[1] as string)];
    let at: Record<string, unknown> = root;
    keys.forEach((k, n) => { const key = k === '' ? String(Object.keys(at).length) : k; if (n === keys.length - 1) at[key] = value; else { if (typeof at[key] !== 'object') at[key] = {}; at = at[key] as Record<string, unknown>; } });
  }
  const fix = (v: unknown): unknown => { if (typeof v !== 'object' || v === null) return v; const e = Object.entries(v).map(([k, x]) => [k, fix(x)] as const); return e.length > 0 && e.every(([k], n) => k === String(n)) ? e.map(([, x]) => x) : Object.fromEntries(e); };
  return Object.fromEntries(Object.entries(root).map(([k, v]) => [k, fix(v)]));
}
