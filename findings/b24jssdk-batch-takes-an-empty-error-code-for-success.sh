#!/usr/bin/env bash
# @bitrix24/b24jssdk 2.2.0: a call of a batch that is refused with an empty error code counts as a success.
#
# One would guess: what stands in result_error failed, whatever its code.
# What happens: with "error": "ERROR_CORE" the result is no success and has the message; with "error": "" the same refusal
#   is isSuccess true, without a message, and the data is [null].
# Why it matters: several documented errors have an empty code (user.userfield.*: "Access denied."). A portal that answers
#   them as documented in a batch makes programs believe that their call was done. Botyard answers ERROR_CORE there.
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
const codes = ['ERROR_CORE', ''];
const portal = createServer({ key: pem.private, cert: pem.cert }, async (request, response) => {
  await request.toArray();
  const refusal = { error: codes.shift(), error_description: 'Access denied.' };
  const batch = { result: [], result_error: { 0: refusal }, result_total: [], result_next: [], result_time: [] };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ result: batch, time }));
});
await new Promise((resolve) => portal.listen(0, '127.0.0.1', resolve));
const { B24Hook } = await import('@bitrix24/b24jssdk');
const client = B24Hook.fromWebhookUrl(`https://127.0.0.1:${portal.address().port}/rest/1/code/`);
client.offClientSideWarning();
for (const code of [...codes]) {
  const calls = [['user.userfield.delete', { id: 1 }]];
  const result = await client.actions.v2.batch.make({ calls, options: { isHaltOnError: false } });
  console.log(JSON.stringify([code, result.isSuccess, result.getErrorMessages(), result.getData()]));
}
process.exit();
JS
seen=$(NODE_TLS_REJECT_UNAUTHORIZED=0 node --no-warnings run.mjs)
expected='["ERROR_CORE",false,["Access denied."],[]]
["",true,[],[null]]'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
