#!/usr/bin/env bash
# bx24 0.1.3 (promises over the frame protocol of Bitrix24 applications): getAuth() never knows when a token expires, asks the
# portal at every call, and its listener throws on each message that is not the portal's.
#
# One would guess: as the vendor's library, it keeps the token and its expiry that the portal told, answers the next
#   getAuth() from that, and leaves messages of others alone.
# What happens: the expiry is kept as AUTH_EXPIRES and looked for as another field, so EXPIRES_IN is undefined and nothing kept
#   counts as fresh: two calls are two questions to the portal. Whatever else is posted to the window (tools of the browser
#   do) is taken for an answer: objects and texts without a colon raise a TypeError.
# Why it matters: a portal has to answer getInitData any number of times for one opening, with the token that is good now;
#   and errors of its pages in a log may be this library's, not the application's.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
echo '{"private":true}' > package.json
npm install --no-audit --no-fund --silent --ignore-scripts bx24@0.1.3
cat > run.cjs <<'JS'
let listener;
let questions = 0;
const own = { name: 'portal.example|1|sid', addEventListener: (_, listen) => { listener = listen; } };
const portal = {
  postMessage(text) {
    questions += 1;
    const [command, key] = text.split(':');
    if (command !== 'getInitData') throw new Error(text);
    const told = { AUTH_ID: `token ${questions}`, AUTH_EXPIRES: '3600', REFRESH_ID: 'r', MEMBER_ID: 'm' };
    queueMicrotask(() => listener({ data: `${key}:${JSON.stringify(told)}` }));
  },
};
globalThis.self = globalThis;
const { BX24 } = require('bx24');
const library = new BX24(own, portal);
const outcomeOf = (data) => {
  try {
    listener({ data });
    return 'ignored';
  } catch (error) {
    return error.name;
  }
};
library.getAuth().then(async (first) => {
  const second = await library.getAuth();
  console.log(`tokens: ${first.ACCESS_TOKEN}, ${second.ACCESS_TOKEN}`);
  console.log(`questions: ${questions}, EXPIRES_IN: ${second.EXPIRES_IN}`);
  console.log(`an object: ${outcomeOf({ source: 'devtools' })}, a text: ${outcomeOf('ready')}`);
});
JS
seen=$(node run.cjs)
expected='tokens: token 1, token 2
questions: 2, EXPIRES_IN: undefined
an object: TypeError, a text: TypeError'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
