const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
/** The portal's own format: 02/26/2026, with 09:27:30 behind it or not. */
const OWN = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d(?::\d\d)?))?$/;

/** Milliseconds since 1970; without an offset it is the portal's time. */
export function parseTime(text: string): number | undefined {
  const trimmed = text.trim();
  const [isOwn, month, day, year, clock = '00:00:00'] = OWN.exec(trimmed) ?? [];
  const iso = isOwn === undefined ? trimmed.replace(' ', 'T') : `${year}-${month}-${day}T${clock}`;
  if (!ISO.test(iso) || !isDay(iso.slice(0, 10))) return undefined;
  const at = Date.parse(/T.*(?:Z|[+-]\d\d:\d\d)$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(at) ? undefined : at;
}

/** Whether there is such a day: the parser takes the 31st of February for one of March. */
function isDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
