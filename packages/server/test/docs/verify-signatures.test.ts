import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signedHeaders } from '#delivery/signed-headers.ts';
import { systemClock } from '#kit/clock.ts';
import { blocks, pathOf, textOf } from './document.ts';

/*
 * The code of docs/how-to/verify-signatures.md is run on a signed event, and on what somebody else could send.
 */

const TOKEN = '51856fefc120afa4b628cc82d3935cce';
const BODY = 'event=ONIMBOTMESSAGEADD&data%5BPARAMS%5D%5BMESSAGE%5D=hello+%D0%BC%D0%B8%D1%80&ts=1';
const document = textOf('docs/how-to/verify-signatures.md');

interface Event {
  readonly body: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

function signed(now = systemClock.now()): Event {
  const headers = signedHeaders(7, now, { body: BODY, secret: TOKEN }, 'application/x-www-form-urlencoded');
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { body: BODY, token: TOKEN, headers: Object.fromEntries(lower) };
}

const good = signed();
const events: readonly (readonly [string, Event, string])[] = [
  ['an event of the portal', good, 'yes'],
  ['a body that was changed', { ...good, body: `${BODY}0` }, 'no'],
  ['another token', { ...good, token: TOKEN.replace('5', '6') }, 'no'],
  ['another id', { ...good, headers: { ...good.headers, 'webhook-id': 'evt_8' } }, 'no'],
  ['one that is an hour old', signed(systemClock.now() - 3_600_000), 'no'],
];

/** How a block is made a program that reads an event from its input and says yes or no. */
const languages = {
  js: {
    command: process.execPath,
    arguments: (file: string) => [file],
    whole: (code: string) => `${code}
const { body, headers, token } = JSON.parse((await import('node:fs')).readFileSync(0, 'utf8'));
try { verify(body, headers, token); console.log('yes'); } catch (error) { console.log(error.name === 'WebhookVerificationError' ? 'no' : error); }`,
    ending: 'mjs',
  },
  php: {
    command: 'php',
    arguments: (file: string) => [file],
    whole: (code: string) => `<?php
${code}
$event = json_decode(file_get_contents('php://stdin'), true);
echo verify($event['body'], $event['headers'], $event['token']) ? 'yes' : 'no';`,
    ending: 'php',
  },
  python: {
    command: 'python3',
    arguments: (file: string) => ['-B', file],
    whole: (code: string) => `${code}
import json, sys
event = json.load(sys.stdin)
print("yes" if verify(event["body"].encode(), event["headers"], event["token"]) else "no")`,
    ending: 'py',
  },
} as const;

describe.each(Object.entries(languages))('the code in %s', (language, { command, arguments: args, whole, ending }) => {
  const isThere = spawnSync(command, ['--version']).status === 0;

  it.skipIf(!isThere).each(events)('tells of %s whether it is genuine', (_, event, said) => {
    const [code] = blocks(document, language);
    // Where the library of the example is found.
    const folder = mkdtempSync(pathOf('node_modules/.verify-'));
    try {
      const file = join(folder, `verify.${ending}`);
      writeFileSync(file, whole(code ?? ''));
      const { stdout, stderr } = spawnSync(command, args(file), { input: JSON.stringify(event), encoding: 'utf8' });
      expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: said, stderr: '' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
