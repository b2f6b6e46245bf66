import { describe, expect, it } from 'vitest';
import { maskedJson } from './masked-json.ts';

const masked = (value: unknown) => maskedJson(value, { limit: 4096 }).text;
const CODE = 'k3v9x1q8w5z2m7n4b6c0d1f3';

describe('what is secret is masked', () => {
  it.each([
    ['a token', { auth: 'abc', access_token: 'abc', REFRESH_TOKEN: 'abc', botToken: 'abc', application_token: 'abc' }],
    ['a token of a placement', { AUTH_ID: 'abc', REFRESH_ID: 'abc' }],
    ['what opens an application', { CLIENT_ID: 'abc', 'x-client-id': 'abc', client_secret: 'abc' }],
    ['a password, a session', { PASSWORD: 'abc', PASS: 'abc', sessid: 'abc', Cookie: 'abc' }],
    ['however deep', { fields: [{ auth: { access_token: 'abc' } }] }],
    ['in a document within a text', { fields: '{"a": [{"token": "abc"}]}' }],
    ['in a document that is broken', { fields: '{"a": [{"token": "abc"' }],
    ['in a form within a text', { cmd: 'im.message.add?auth=abc&MESSAGE=hi&auth%5Baccess_token%5D=abc' }],
    ['in the query of an address', { EVENT_HANDLER: 'https://bot.example/hook?key=abc' }],
    ['in an address with a password', { EVENT_HANDLER: 'https://me:abc@bot.example/hook' }],
    ['in a sentence', { MESSAGE: 'it says Authorization: Bearer abc, Authorization: Basic abc, and token=abc' }],
  ])('%s', (_, value) => {
    expect(masked(value)).not.toContain('abc');
    expect(masked(value)).toContain('***');
  });

  it.each([
    ['in its own address', `https://portal.test/rest/1/${CODE}/profile`],
    ['in a form', `to=https%3A%2F%2Fportal.test%2Frest%2F1%2F${CODE}%2Fprofile`],
    ['alone', CODE],
    ['in a sentence', `my code is ${CODE}, is it not?`],
    ['in capitals', CODE.toUpperCase()],
  ])('the code of a webhook %s', (_, text) => {
    expect(masked({ MESSAGE: text }).toLowerCase()).not.toContain(CODE);
  });

  it.each([
    ['within', `{"access_token":"${CODE.slice(0, 20)}","DIALOG_ID":2}`],
    ['behind much else in', `{"x":"${'- '.repeat(500)}","access_token":"${CODE.slice(0, 20)}"}`],
  ])('%s a name that is a whole body, as with a wrong content type', (_, name) => {
    expect(masked({ [name]: CODE.slice(0, 20) })).not.toContain(CODE.slice(0, 8));
  });

  it('and what is not secret is as it was', () => {
    const value = {
      DIALOG_ID: 'chat5',
      MESSAGE: 'Hello: "you" / 5 = 5 [b]ä😀[/b]\n',
      N: 1.5,
      ok: true,
      no: null,
      list: [1],
    };
    expect(JSON.parse(masked(value))).toEqual(value);
  });
});

describe('contents of files are told by their size', () => {
  it.each([
    ['as Base64', { PHOTO: ['a.png', 'iVBORw0K'.repeat(40)] }],
    ['as an address', { PHOTO: `data:image/png;base64,${'iVBORw0K'.repeat(40)}` }],
    ['as bytes', { PHOTO: new Uint8Array(320) }],
  ])('%s', (_, value) => {
    expect(masked(value)).toMatch(/\(content of 3\d\d characters\)/);
    expect(masked(value)).not.toContain('iVBORw0K');
  });

  it('however small, where a parameter is known to be one', () => {
    const isFile = (name: string) => name === 'avatar';
    expect(maskedJson({ avatar: ['a.txt', 'aGVsbG8='] }, { limit: 4096, isFile }).text).toBe(
      '{"avatar":"(content of 13 characters)"}',
    );
  });
});

describe('what is too long is cut', () => {
  it.each(['x ', 'ä', '😀', '\ud800', '"', '\0'])('where it is written in %j', (sign) => {
    for (const limit of [100, 101, 102, 103]) {
      const { text, isCut } = maskedJson({ MESSAGE: sign.repeat(5_000) }, { limit });
      expect(isCut).toBe(true);
      expect(text.isWellFormed()).toBe(true);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
      expect(Buffer.byteLength(text)).toBeGreaterThan(limit - 13);
    }
  });

  it('and not looked at beyond', () => {
    const rest = {
      MESSAGE: 'x '.repeat(200),
      get never(): string {
        throw new Error('was looked at');
      },
    };
    expect(maskedJson(rest, { limit: 100 }).isCut).toBe(true);
  });

  it.each(['a', 'AVATAR'])('and what lies too deep in a document within a text is not looked at, in %s', (name) => {
    const deep = '['.repeat(8_000) + ']'.repeat(8_000);
    const { text } = maskedJson({ fields: `{"${name}":${deep}}` }, { limit: 4096, isFile: (one) => one === 'AVATAR' });
    expect(text.length).toBeLessThan(200);
  });

  it('and of a name without end only the beginning is told', () => {
    expect(maskedJson({ ['n'.repeat(5_000_000)]: 'abc' }, { limit: 4096 }).text).toBe(`{"${'n'.repeat(100)}":"***"}`);
  });

  it('so that no secret is cut in a way that leaves a part of it', () => {
    for (let before = 0; before < 60; before += 1) {
      const { text } = maskedJson({ MESSAGE: `${'- '.repeat(before)}token=${CODE}` }, { limit: 60 });
      expect(text).not.toContain(CODE.slice(0, 8));
    }
  });

  it('and what just fits is not', () => {
    const whole = '{"MESSAGE":"ä"}';
    expect(maskedJson({ MESSAGE: 'ä' }, { limit: Buffer.byteLength(whole) })).toEqual({ text: whole, isCut: false });
  });
});
