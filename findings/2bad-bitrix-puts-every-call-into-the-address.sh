#!/usr/bin/env bash
# @2bad/bitrix 2.5.1: every call is a GET whose parameters stand in the address, those that write and batches too.
#
# One would guess: a client of an API whose examples post JSON sends parameters in a body, so that a call may be as large as
#   its method allows (20,000 characters of a message).
# What happens: call('im.message.add', ...) is `GET /im.message.add?...`. A text of 17,000 characters makes an address that
#   Node's own server refuses with 431 before any handler sees it, and the client tells only of the status.
# Why it matters: no setting of the API raises the limit, only that of every server and proxy on the way. Whoever serves such
#   clients must not take a GET for a call that only reads, and finds texts of messages in access logs.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
echo '{"type":"module","private":true}' > package.json
npm install --no-audit --no-fund --silent @2bad/bitrix@2.5.1
cat > run.mjs <<'JS'
import { createServer } from 'node:http';
import bitrix from '@2bad/bitrix';
const seen = [];
const portal = createServer((request, response) => {
  seen.push(`${request.method}, body of ${request.headers['content-length'] ?? 0} bytes, address of ${request.url.length} characters`);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ result: 1, time: {} }));
});
await new Promise((resolve) => portal.listen(0, '127.0.0.1', resolve));
const create = bitrix.default ?? bitrix;
const client = create(`http://127.0.0.1:${portal.address().port}/rest/1/code`);
for (const length of [100, 17_000])
  try {
    await client.call('im.message.add', { DIALOG_ID: 1, MESSAGE: 'x'.repeat(length) });
    console.log(`${length} characters: ${seen.at(-1)}`);
  } catch (error) {
    console.log(`${length} characters: ${error.message}`);
  }
process.exit();
JS
seen=$(node run.mjs)
expected='100 characters: GET, body of 0 bytes, address of 148 characters
17000 characters: Response code 431 (Request Header Fields Too Large)'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
