import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkSources, sourceRules } from './source-rules.ts';

const FIXTURES = fileURLToPath(new URL('fixtures/source-rules', import.meta.url));
const found = checkSources(
  FIXTURES,
  new Set(['imbot.register', 'imbot.unregister', 'imbot.command.register', 'profile']),
);

describe('the source rules', () => {
  it.each(sourceRules)('%s is seen where it is broken', (name) => {
    expect(found.broken.some((line) => line.startsWith(`${name}: `))).toBe(true);
  });

  it('break for what they forbid and for nothing else', () => {
    expect([...found.broken].sort()).toEqual([
      'method-where-its-name-says: api/methods/imbot/command/register.ts: holds imbot.Command.register',
      "no-dialect-in-domain: domain/flag.ts:1: says 'Y'",
      'no-dialect-in-domain: domain/property.ts:1: says .BOT_ID',
      "no-dialect-in-domain: domain/word.ts:1: says 'BOT_ID'",
      'no-module-state: domain/remembers.ts:1: told is state of the module',
      'no-module-state: domain/remembers.ts:2: known is state of the module',
      'no-module-state: storage/recorded.ts:2: recorded is state of the module',
      'one-method-per-file: api/two-methods.ts: names imbot.register and imbot.unregister',
      'short-methods: api/methods/imbot/unregister.ts: 61 lines; at most 60 are allowed',
      'small-files: api/long.ts: 202 lines; fewer than 200 are allowed',
      'store-verbs: storage/stores/bot-store.ts:14: counts begins with none of insert, update, delete, find, get, list, count, lock',
      'store-verbs: storage/stores/bot-store.ts:6: removeBot begins with none of insert, update, delete, find, get, list, count, lock',
      'store-verbs: storage/stores/bot-store.ts:9: lister begins with none of insert, update, delete, find, get, list, count, lock',
      'words-with-a-home: api/call.ts:1: fetch( belongs into delivery/, cli/, http/oauth/library/calls.ts, http/oauth/frame-script.ts, http/bot-page/frame-script.ts, http/live-chat/script.ts',
      'words-with-a-home: domain/chance.ts:1: Math.random( belongs into kit/',
      'words-with-a-home: domain/clock.ts:1: Date.now( belongs into kit/, http/oauth/library/beginning.ts',
      'words-with-a-home: http/environment.ts:1: process.env belongs into cli/, config.ts, main.ts, echo-bot.ts',
    ]);
  });

  it('read every file of the tree', () => {
    expect(found.files).toBe(21);
  });
});
