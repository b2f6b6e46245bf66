#!/usr/bin/env bash
# @electric-sql/pglite 0.5.16: query() enters the engine six times for one statement, and keeps no plan of it.
#
# One would guess: as in a driver, a statement with values goes to the engine in one message, or at most in two, and a
#   statement without values is sent as it is.
# What happens: Parse, Describe, Bind, Describe, Execute and Sync are six calls into WebAssembly, each awaited, also without
#   values; the statement has no name, so that it is parsed and planned anew each time. exec() makes two.
# Why it matters: tests on the embedded engine spend most of their time there. The same messages in one buffer through
#   execProtocol(), with a named statement, bring the same rows in one call; a suite of ours became three times as fast.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
echo '{"type":"module","private":true}' > package.json
npm install --no-audit --no-fund --silent @electric-sql/pglite@0.5.16
cat > run.mjs <<'JS'
import { PGlite, protocol } from '@electric-sql/pglite';
const postgres = await PGlite.create();
const enter = postgres.execProtocolRawSync.bind(postgres);
let calls = [];
postgres.execProtocolRawSync = (message, ...rest) => {
  calls.push(String.fromCharCode(message[0]));
  return enter(message, ...rest);
};
const show = (what) => {
  console.log(`${what}: ${calls.length} (${calls.join(' ')})`);
  calls = [];
};
await postgres.query('select $1::int + 1 as n', [1]);
show('query with a value');
await postgres.query('select 2 as n');
show('query without');
await postgres.exec('select 2 as n');
show('exec');
const { serialize } = protocol;
const parts = [
  serialize.parse({ text: 'select $1::int + 1 as n', name: 'kept' }),
  serialize.bind({ statement: 'kept', values: ['1'] }),
  serialize.execute(),
  serialize.sync(),
];
const { messages } = await postgres.execProtocol(Buffer.concat(parts));
show(`in one buffer, row ${messages.find(({ name }) => name === 'dataRow').fields}`);
const { rows } = await postgres.query('select name from pg_prepared_statements');
console.log(`kept plans: ${rows.map(({ name }) => name)}`);
process.exit();
JS
seen=$(node run.mjs)
expected='query with a value: 6 (P D B D E S)
query without: 6 (P D B D E S)
exec: 2 (Q S)
in one buffer, row 2: 1 (P)
kept plans: kept'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
