import { describe, expect, test } from 'vitest';
import { handlerUrlFault, parseHandlerUrl } from './handler-url.ts';

describe('a handler address is kept as it was written', () => {
  test.each([
    'http://127.0.0.1:3000/x',
    'http://localhost/',
    'http://localhost',
    'https://example.com/bot/events',
    'https://example.com/bot/events?bot=1&key=a%20b#part',
    'HTTPS://Example.COM:8443/Bot',
    'http://my_bot.internal/events',
    'http://[::1]:8080/',
    'https://пример.рф/бот',
    'https://example.com/a@b',
    'https://example.com./',
  ])('%s', (text) => {
    expect(parseHandlerUrl(text)).toBe(text);
  });
});

describe('an address that no event can be sent to is refused', () => {
  test.each([
    '',
    'foo',
    'example.com/bot',
    '/bot/events',
    '//x',
    'http://',
    'http:///x',
    'http://?x',
    'http:example.com',
    'http:/example.com',
    'http:\\\\example.com\\x',
    'http://example.com\\@other.example/',
    'https://exa mple.com/',
    'https://example.com/a b',
    ' https://example.com/',
    'https://example.com/ ',
    'https://example.com/\n',
    'https://exam\tple.com/',
    'https://example.com/\u0000',
    'https://example.com:99999/',
    'https://example.com:port/',
    'https://[::1/',
    'https://exa%00mple.com/',
    'https://user@example.com/',
    'https://user:secret@example.com/',
    'https://:secret@example.com/',
    'ftp://x',
    'javascript:alert(1)',
    'data:text/plain,x',
    'file:///etc/passwd',
    'unix:/run/bot.sock',
    'ws://example.com/',
  ])('%j', (text) => {
    expect(parseHandlerUrl(text)).toBeUndefined();
  });

  test('longer than 2048 characters', () => {
    const start = 'https://example.com/';
    expect(parseHandlerUrl(start.padEnd(2048, 'x'))).toHaveLength(2048);
    expect(parseHandlerUrl(start.padEnd(2049, 'x'))).toBeUndefined();
  });
});

describe('what is wrong with an address', () => {
  test.each([
    ['example.com/bot', 'does not begin with http:// or https://'],
    ['https:///x', 'is no address: it has no host, or a sign that cannot stand there'],
    ['https://user:secret@example.com/', 'has a user or a password in it'],
    [`https://example.com/${'x'.repeat(2029)}`, 'has 2049 characters, and 2048 is the most'],
    ['https://example.com/', undefined],
  ])('%s', (text, why) => {
    expect(handlerUrlFault(text)).toBe(why);
  });
});
