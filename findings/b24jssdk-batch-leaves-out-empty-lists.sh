#!/usr/bin/env bash
# @bitrix24/b24jssdk 2.2.0: an empty list is sent in a single call and left out of a batch.
#
# One would guess: the same parameters mean the same call, alone or in a batch.
# What happens: a single call is JSON and sends "KEYBOARD":[]. A batch writes each call as a query string, in which an
#   empty list has no form: the parameter is gone.
# Why it matters: an empty list removes something (the keyboard of a message, the members of a filter). In a batch the call
#   succeeds and nothing is removed. Send the documented other spelling ("N" for keyboards) in batches.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
echo '{"type":"module","private":true}' > package.json
npm install --no-audit --no-fund --silent @bitrix24/b24jssdk@2.2.0 selfsigned@5.5.0
cat > run.mjs <<'JS'
import { createServer } from 'node:https';
import { generate } from 'selfsigned';
const pem = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
const moment = '2026-01-01T00:00:00+00:00';
const time = { start: 1, finish: 2, duration: 1, processing: 1, date_start: moment, date_finish: moment, operating: 0, operating_reset_at: 1 };
const batch = { result: [true], result_error: [], result_total: [], result_next: [], result_time: [time] };
const sent = [];
const portal = createServer({ key: pem.private, cert: pem.cert }, async (request, response) => {
  sent.push(Buffer.concat(await request.toArray()).toString());
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ result: request.url.includes('/batch') ? batch : true, time }));
});
await new Promise((resolve) => portal.listen(0, '127.0.0.1', resolve));
const { B24Hook } = await import('@bitrix24/b24jssdk');
const client = B24Hook.fromWebhookUrl(`https://127.0.0.1:${portal.address().port}/rest/1/code/`);
client.offClientSideWarning();
const params = { MESSAGE_ID: 1, KEYBOARD: [], MENU: 'N' };
await client.actions.v2.call.make({ method: 'im.message.update', params });
await client.actions.v2.batch.make({ calls: [['im.message.update', params]] });
for (const body of sent) console.log(decodeURIComponent(body));
process.exit();
JS
seen=$(NODE_TLS_REJECT_UNAUTHORIZED=0 node --no-warnings run.mjs)
expected='{"MESSAGE_ID":1,"KEYBOARD":[],"MENU":"N"}
{"halt":1,"cmd":["im.message.update?MESSAGE_ID=1&MENU=N"]}'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
