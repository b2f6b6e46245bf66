import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, createWorld, post, type World } from './world.ts';

/*
 * How clients in the wild write their requests: addresses put together carelessly, every encoding there is.
 */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  return { status: response.status, body: JSON.parse(await response.text()) };
}

/** A body as bytes goes out without a type unless one is given. */
const bytes = (text: string) => new TextEncoder().encode(text);
const typed = (type: string, text: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body: bytes(text),
});

describe('the address of a method', () => {
  const code = () => world.alice.webhookUrl.split('/').at(-2) ?? '';

  it.each([
    ['plainly', (id: string) => `/rest/1/${id}/profile`],
    ['with a slash at its end', (id: string) => `/rest/1/${id}/profile/`],
    ['with doubled slashes within', (id: string) => `/rest//1/${id}///profile`],
    ['with doubled slashes in front and behind', (id: string) => `//rest/1/${id}/profile//`],
    ['with the ending of its format', (id: string) => `/rest/1/${id}/profile.json`],
    ['with both', (id: string) => `/rest/1/${id}/profile.json/`],
    ['with other capitals', (id: string) => `/Rest/1/${id}/PROFILE.JSON`],
    ['with escapes', (id: string) => `/rest/1/${id}/pro%66ile`],
    ['with an empty query', (id: string) => `/rest/1/${id}/profile?`],
  ])('may be written %s', async (_, path) => {
    for (const method of ['GET', 'POST']) {
      const { status, body } = await send(world.app.url + path(code()), { method });
      expect({ status, id: body.result?.ID }).toEqual({ status: 200, id: '1' });
    }
  });

  it('finds a method whatever its capitals', async () => {
    expect((await send(`${world.alice.webhookUrl}IM.User.Get`)).body.result.id).toBe(1);
    expect((await send(`${world.alice.webhookUrl}imbot.chat.sendtyping`)).body.error).toBe('BOT_ID_ERROR');
  });

  it('asks for XML by its ending, for errors too', async () => {
    for (const [method, content] of [
      ['server.time.xml', '<result>2026-01-05T09:00:00+00:00</result>'],
      ['no.such.XML/', '<error>ERROR_METHOD_NOT_FOUND</error>'],
    ]) {
      const response = await fetch(world.alice.webhookUrl + method);
      expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
      expect(await response.text()).toContain(content);
    }
  });
});

describe('parameters', () => {
  const list = () => `${world.alice.webhookUrl}im.user.list.get`;
  const LIST = { RESULT_TYPE: 'array', ID: ['1', '2'] };
  const FORM = 'RESULT_TYPE=array&ID[]=1&ID[]=2';

  function multipart(): FormData {
    const form = new FormData();
    for (const [name, value] of [
      ['RESULT_TYPE', 'array'],
      ['ID[]', '1'],
      ['ID[]', '2'],
    ] as const)
      form.append(name, value);
    form.append('photo', new Blob(['read over']), 'photo.png');
    return form;
  }

  it.each<[string, () => [query: string, init: RequestInit]]>([
    ['a JSON body', () => ['', typed('application/json', JSON.stringify(LIST))]],
    ['a JSON body with a charset', () => ['', typed('application/json; charset=UTF-8', JSON.stringify(LIST))]],
    ['a JSON body with a byte order mark', () => ['', typed('application/json', `\ufeff${JSON.stringify(LIST)}`)]],
    ['a JSON body without a type', () => ['', { method: 'POST', body: bytes(JSON.stringify(LIST)) }]],
    ['a JSON body called text', () => ['', typed('text/plain', JSON.stringify(LIST))]],
    ['a JSON body of a type that is none', () => ['', typed('json please', JSON.stringify(LIST))]],
    ['a JSON body with a parameter that is none', () => ['', typed('application/json;charset', JSON.stringify(LIST))]],
    ['a form with two types', () => ['', typed('application/x-www-form-urlencoded, text/html', FORM)]],
    ['a form with an empty type', () => ['', typed('', FORM)]],
    ['a form', () => ['', typed('application/x-www-form-urlencoded', FORM)]],
    [
      'a form with escaped brackets and indexes',
      () => ['', typed('application/x-www-form-urlencoded', 'RESULT_TYPE=array&ID%5B0%5D=1&ID%5B1%5D=2')],
    ],
    ['a form without a type', () => ['', { method: 'POST', body: bytes(FORM) }]],
    ['a form called something else', () => ['', typed('application/octet-stream', FORM)]],
    ['a multipart form', () => ['', { method: 'POST', body: multipart() }]],
    ['a query', () => [`?${FORM}`, {}]],
    ['a query and an empty body', () => [`?${FORM}`, { method: 'POST' }]],
    ['a query and an empty body that is called JSON', () => [`?${FORM}`, typed('application/json', '')]],
    ['a query and a body together', () => ['?RESULT_TYPE=array', typed('application/json', '{"ID":[1,2]}')]],
    [
      'a query that the body contradicts',
      () => ['?RESULT_TYPE=map&ID[]=3', typed('application/json', JSON.stringify(LIST))],
    ],
  ])('may come as %s', async (_, request) => {
    const [query, init] = request();
    const { body } = await send(list() + query, init);
    expect(body.result?.map(({ id }: { id: number }) => id)).toEqual([1, 2]);
  });

  it('may be none, written as an empty list or as null', async () => {
    for (const text of ['[]', 'null', '{}', ' ']) {
      expect((await send(`${world.alice.webhookUrl}profile`, typed('application/json', text))).body.result.ID).toBe(
        '1',
      );
    }
  });

  it('may be null, and may come with others that nobody knows', async () => {
    const extra = {
      ID: null,
      start: 0,
      bx24_request_id: 'a-b-c',
      bx24_sdk_ver: '2.2.0',
      bx24_sdk_type: 'b24jssdk',
      CLIENT_ID: 'x',
    };
    expect(await world.alice.ok('im.user.get', extra)).toMatchObject({ id: 1 });
  });

  it('may be called whatever their capitals', async () => {
    expect(await world.alice.ok('im.user.get', { id: 2 })).toMatchObject({ id: 2 });
  });

  it('may be called so where one stands for others, too', async () => {
    const handler = await world.handler();
    const properties = { name: 'Lower' };
    const bot = await world.alice.ok('imbot.register', {
      code: 'lower',
      event_handler: 'http://127.0.0.1:9/',
      properties,
      client_id: 'lower',
    });
    const fields = { event_handler: handler.url };
    await world.alice.ok('imbot.update', { bot_id: bot, fields, client_id: 'lower' });
    const pair = { from_user_id: bot, to_user_id: world.bob.id };
    await world.alice.ok('imbot.message.add', { ...pair, message: 'hello', client_id: 'lower' });
    await world.bob.ok('im.message.add', { dialog_id: bot, message: 'hello' });
    await world.settled();
    expect(handler.events('ONIMBOTMESSAGEADD')).toHaveLength(1);
  });

  it('may be photos of megabytes', async () => {
    const text = 'A'.repeat(3_000_000);
    expect(
      (await send(`${world.alice.webhookUrl}profile`, typed('application/x-www-form-urlencoded', `PHOTO=${text}`)))
        .status,
    ).toBe(200);
    expect((await post(`${world.alice.webhookUrl}profile`, { PHOTO: text })).status).toBe(200);
  });
});

describe('a request that cannot be read', () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  it.each<[string, RequestInit]>([
    ['broken JSON', typed('application/json', '{"ID": 1')],
    ['JSON that is no object', typed('application/json', '"ID"')],
    ['JSON nested too deep', typed('application/json', deep(18))],
    ['JSON nested absurdly deep', typed('application/json', deep(100_000))],
    ['brackets nested too deep', typed('application/x-www-form-urlencoded', `a${'[b]'.repeat(17)}=1`)],
    ['a multipart form without a boundary', typed('multipart/form-data', 'nothing')],
    [
      'a multipart form that breaks off',
      typed('multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'),
    ],
  ])('is answered in the documented shape: %s', async (_, init) => {
    const { status, body } = await send(`${world.alice.webhookUrl}profile`, init);
    expect({ status, error: body.error }).toEqual({ status: 400, error: 'INVALID_REQUEST' });
    expect(Object.keys(body)).toEqual(['error', 'error_description', 'time']);
  });

  it('says so of an address that is too long', async () => {
    // On a connection on which something was answered before.
    await send(`${world.alice.webhookUrl}profile`);
    const { status, body } = await send(`${world.alice.webhookUrl}profile?long=${'x'.repeat(20_000)}`);
    expect(status).toBe(431);
    expect(body).toEqual({
      error: 'INVALID_REQUEST',
      error_description: 'The address and the headers are larger than 16 KB: send parameters in the body',
    });
  });

  it('may go as deep as 16 levels', async () => {
    expect((await send(`${world.alice.webhookUrl}profile`, typed('application/json', deep(16)))).status).toBe(200);
  });
});
