import { expect, test } from 'vitest';
import { addressInWords, isCompleteAddress } from './postgres-address.ts';
import { checkServer, toComplaint } from './postgres-errors.ts';
import { StoreUnavailable } from './session.ts';

const ADDRESS = 'postgres://botyard:s3cret@db.example.com:5433/portal?password=s3cret&sslmode=disable';
const FINE = { version: 150_018, encoding: 'UTF8', isStandby: false };

test('an address is shown without its password and its options', () => {
  expect(addressInWords(ADDRESS)).toBe('postgres://botyard@db.example.com:5433/portal');
  expect(addressInWords('postgresql:///portal?host=/run/postgresql&password=s3cret')).toBe(
    'postgres:///portal?host=/run/postgresql',
  );
});

test.each([
  ['postgres://botyard@127.0.0.1:5432/botyard', true],
  ['postgresql:///botyard?host=/run/postgresql', true],
  ['postgres://127.0.0.1', false],
  ['postgres://127.0.0.1/', false],
  ['mysql://127.0.0.1/botyard', false],
  ['botyard.db', false],
])('%s names a database: %s', (address, isOne) => {
  expect(isCompleteAddress(address)).toBe(isOne);
});

test('a server that is new enough, holds every text and takes writes is good', () => {
  expect(() => checkServer(FINE, ADDRESS)).not.toThrow();
  expect(() => checkServer({ ...FINE, version: 130_000 }, ADDRESS)).not.toThrow();
});

test.each([
  [{ version: 120_022 }, /portal is PostgreSQL 12, which is too old: upgrade it to 13 or newer/],
  [{ encoding: 'SQL_ASCII' }, /is in SQL_ASCII .*createdb --encoding UTF8/],
  [{ isStandby: true }, /is a standby that takes no writes\. Give the address of its primary server/],
])('a server with %o is refused', (state, message) => {
  expect(() => checkServer({ ...FINE, ...state }, ADDRESS)).toThrow(message);
});

const fromServer = (code: string, message: string) => Object.assign(new Error(message), { code, severity: 'FATAL' });

test.each([
  [
    fromServer('28P01', 'password authentication failed for user "botyard"'),
    /refuses the password of user "botyard".*PGPASSWORD/,
  ],
  [new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'), /or none was given.*~\/\.pgpass/],
  [fromServer('28000', 'no pg_hba.conf entry for host "10.0.0.1"'), /does not let .* in .*pg_hba\.conf/],
  [fromServer('3D000', 'database "portal" does not exist'), /does not exist\. .*createdb/],
  [fromServer('42501', 'permission denied for schema public'), /may not make tables there.*OWNER TO/],
  [fromServer('53300', 'too many clients already'), /no connection free.*max_connections/],
  [fromServer('57P03', 'the database system is starting up'), /is not ready.*Try again/],
  [new Error('The server does not support SSL connections'), /over TLS.*sslmode/],
  [Object.assign(new Error('connect'), { code: 'ENOTFOUND' }), /No PostgreSQL answers.*there is no such host/],
  [new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]), /the connection is refused/],
])('%s becomes one line that says what to do, without the password', (error, message) => {
  const complaint = toComplaint(new StoreUnavailable('wrapped', { cause: error }), ADDRESS);
  expect(complaint?.message).toMatch(message);
  expect(complaint?.message).not.toMatch(/s3cret|\n/);
});

test('what nobody can put right by hand is passed on as it is', () => {
  expect(toComplaint(fromServer('XX000', 'internal error'), ADDRESS)).toBeUndefined();
  expect(toComplaint(new Error('This data was written by a newer Botyard'), ADDRESS)).toBeUndefined();
});
