/** Whether that is where a PostgreSQL database is, and not a file. */
export function isPostgresAddress(database: string): boolean {
  return /^postgres(ql)?:\/\//i.test(database);
}

/** undefined: not an address of a database. */
function parsed(address: string): URL | undefined {
  const text = address.replace(/^postgres(ql)?:\/\//i, 'postgres://');
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** An address that names a database: postgres://user@host:port/database. */
export function isCompleteAddress(address: string): boolean {
  const url = isPostgresAddress(address) ? parsed(address) : undefined;
  return url !== undefined && /^\/[^/]+$/.test(url.pathname);
}

/** As it may be shown: without the password, and without options, which can hold one, too. */
export function addressInWords(address: string): string {
  const url = parsed(address);
  if (!url) return 'the database';
  const folder = url.searchParams.get('host');
  const user = url.username === '' ? '' : `${url.username}@`;
  return `postgres://${user}${url.host}${url.pathname}${folder === null ? '' : `?host=${folder}`}`;
}
