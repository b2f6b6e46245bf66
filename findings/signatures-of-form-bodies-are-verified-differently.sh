#!/usr/bin/env bash
# standardwebhooks 1.1.1 and svix 2.5.0: verify() of a signed form body throws in one and answers nothing in the other.
#
# One would guess: both verify any body and answer its payload; svix is the larger of the two and was the model.
# What happens: with a right signature over a form body (event=X&ts=1) standardwebhooks throws SyntaxError, which looks like a
#   bad signature to a caller that catches everything; { jsonParse: false } makes it pass and answer undefined. svix 2
#   answers undefined with and without that option, for JSON bodies too.
# Why it matters: events of the Bitrix24 dialect are form bodies. A handler must pass { jsonParse: false }, must take "does
#   not throw" for success, and must parse the body itself.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
echo '{"type":"module","private":true}' > package.json
npm install --no-audit --no-fund --silent standardwebhooks@1.1.1 svix@2.5.0
cat > run.mjs <<'JS'
import { createHmac } from 'node:crypto';
import { Webhook as Standard } from 'standardwebhooks';
import { Webhook as Svix } from 'svix';
const key = Buffer.from('0123456789abcdef0123456789abcdef');
const secret = `whsec_${key.toString('base64')}`;
const timestamp = String(Math.floor(Date.now() / 1000));
function verified(Webhook, body, options) {
  const signature = createHmac('sha256', key).update(`msg_1.${timestamp}.${body}`).digest('base64');
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
  try {
    return JSON.stringify(new Webhook(secret).verify(body, headers, options)) ?? 'nothing';
  } catch (error) {
    return error.name;
  }
}
for (const [name, Webhook] of [['standardwebhooks', Standard], ['svix', Svix]])
  console.log(name, verified(Webhook, '{"a":1}'), verified(Webhook, 'event=X&ts=1'), verified(Webhook, 'event=X&ts=1', { jsonParse: false }));
JS
seen=$(node run.mjs)
expected='standardwebhooks {"a":1} SyntaxError nothing
svix nothing nothing nothing'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
