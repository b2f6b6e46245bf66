#!/usr/bin/env bash
# fastify 5.12.8 with Node 20.20.2 and 24.22.3: on a server of one's own, which serverFactory hands over, it answers what Node could not read
# although the server has a listener for that.
#
# One would guess: who makes the server keeps its listeners. Fastify is told nothing of 'clientError', and need not even listen:
#   requests can be handed to it with routing().
# What happens: fastify() adds its own listener of 'clientError' to that server, in the call that creates it. A request with more
#   than 16 KB of headers is answered twice on one connection, with the listener's 431 and with Fastify's, and then the connection
#   is destroyed, also where the listener wanted to end it gently. With clientErrorHandler: () => undefined there is one answer.
# Why it matters: clients and proxies see two answers to one request, and the second belongs to nobody. It shows only once the
#   Fastify instance exists, so that a server that makes it later passes its tests before that.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
echo '{"private":true,"type":"module"}' > package.json
npm install --no-audit --no-fund --silent --ignore-scripts fastify@5.12.8
cat > run.mjs <<'JS'
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fastify from 'fastify';

async function answersOf(options) {
  const server = createServer();
  server.on('clientError', (_, socket) => {
    socket.write('HTTP/1.1 431 Ours\r\ncontent-length: 4\r\n\r\nours');
  });
  if (options) fastify({ serverFactory: () => server, ...options });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = connect(server.address().port, '127.0.0.1');
  client.write(`GET / HTTP/1.1\r\nHost: a.test\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
  // Without Fastify nobody closes the connection: what has come by then is the answer.
  const ended = text(client).catch(() => '');
  const seen = [];
  client.on('data', (part) => seen.push(String(part)));
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
  client.destroy();
  server.close();
  return seen.join('').match(/HTTP\/1\.1 431[^\r]*/g) ?? [];
}

console.log('listener alone:', (await answersOf(undefined)).join(' | '));
console.log('with Fastify on its server:', (await answersOf({})).join(' | '));
console.log('with clientErrorHandler:', (await answersOf({ clientErrorHandler: () => undefined })).join(' | '));
JS
seen=$(node run.mjs)
echo "$seen"
expected='listener alone: HTTP/1.1 431 Ours
with Fastify on its server: HTTP/1.1 431 Ours | HTTP/1.1 431 Request Header Fields Too Large
with clientErrorHandler: HTTP/1.1 431 Ours'
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
