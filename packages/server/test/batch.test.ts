import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withScope } from './scenes/people.ts';
import { placed } from './scenes/placements.ts';
import { CLIENT_ID, createWorld, post, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const run = (cmd: unknown, more: Record<string, unknown> = {}) => world.alice.ok('batch', { cmd, ...more });

describe('a batch over HTTP', () => {
  it('answers each call under its name, with all five maps always there', async () => {
    const answer = await run({ who: 'profile', people: 'user.get', nobody: 'no.such.method' });
    expect(answer).toMatchObject({
      result: { who: { ID: '1' }, people: [{ ID: '1' }, { ID: '2' }, { ID: '3' }, { ID: '4' }] },
      result_error: { nobody: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' } },
      result_total: { people: 4 },
      result_next: [],
    });
    expect(Object.keys(answer)).toEqual(['result', 'result_error', 'result_total', 'result_next', 'result_time']);
    expect(Object.keys(answer.result_time)).toEqual(['who', 'people']);
    expect(Object.keys(answer.result_time.who)).toHaveLength(8);
  });

  it('gives an error whose code is empty a name, by which SDKs know that the call failed', async () => {
    const missing = { fields: { USER_TYPE_ID: 'string' } };
    const alice = await withScope(world, world.alice, ['user', 'user.userfield']);
    expect((await alice.call('user.userfield.add', missing)).body.error).toBe('');
    const cmd = { missing: 'user.userfield.add?fields[USER_TYPE_ID]=string' };
    const { result_error } = await alice.ok('batch', { cmd });
    expect(result_error).toEqual({
      missing: { error: 'ERROR_CORE', error_description: "The 'FIELD_NAME' field is not found." },
    });
  });

  it('takes a refusal with the status 200 for one, and says which argument it is about', async () => {
    const application = await placed(world);
    const cmd = { first: 'placement.bind?PLACEMENT=LEFT_MENU', second: 'profile' };
    const { result, result_error } = await application.ok('batch', { cmd, halt: 1 });
    expect({ result, result_error }).toEqual({
      result: [],
      result_error: {
        first: {
          error: 'ERROR_ARGUMENT',
          error_description: "Argument 'HANDLER' is null or empty",
          argument: 'HANDLER',
        },
      },
    });
  });

  it('says where the next page starts', async () => {
    const own = await createWorld();
    await own.app.store.write(async (work) => {
      const someone = await work.users.findUser(3);
      if (!someone) throw new Error('Carol is not there');
      const { id, ...draft } = someone;
      for (let i = 0; i < 50; i += 1) await work.users.insertUser({ ...draft, email: '' }, work.now);
    });
    const { result_next, result_total } = await own.alice.ok('batch', {
      cmd: { first: 'user.get', second: 'user.get?start=50' },
    });
    expect({ result_next, result_total }).toEqual({
      result_next: { first: 50 },
      result_total: { first: 54, second: 54 },
    });
    await own.close();
  });

  it('goes on after an error, or stops at it', async () => {
    const cmd = { wrong: 'im.user.get?ID=0', right: 'profile' };
    expect(await run(cmd, { halt: 0 })).toMatchObject({
      result: { right: { ID: '1' } },
      result_error: { wrong: { error: 'ID_EMPTY' } },
    });
    expect(await run(cmd, { halt: 1 })).toMatchObject({ result: [], result_error: { wrong: { error: 'ID_EMPTY' } } });
  });

  it('takes calls as a list, bare, with a trailing &, and as method and params', async () => {
    const { result } = await run([
      'profile',
      'profile?',
      'im.user.get?ID=2&',
      { method: 'im.user.get', params: { ID: 3 } },
    ]);
    expect(result).toMatchObject([{ ID: '1' }, { ID: '1' }, { id: 2 }, { id: 3 }]);
    expect((await run(JSON.stringify(['profile']))).result).toMatchObject([{ ID: '1' }]);
  });

  it('answers a list with gaps by number', async () => {
    const { result, result_error } = await run(['profile', 'no.such.method', 'profile']);
    expect(Object.keys(result)).toEqual(['0', '2']);
    expect(Object.keys(result_error)).toEqual(['1']);
  });

  it('puts earlier answers into later calls: raw, escaped, from lists, whole and within text', async () => {
    const { result } = await run({
      bob: 'user.get?filter[NAME]=Bob',
      raw: 'im.user.get?ID=$result[bob][0][ID]',
      escaped: `im.user.get?ID=${encodeURIComponent('$result[bob][0][ID]')}`,
      whole: { method: 'im.user.list.get', params: { ID: ['$result[bob][0][ID]', 3], RESULT_TYPE: 'array' } },
      departments: 'user.get?UF_DEPARTMENT=$result[bob][0][UF_DEPARTMENT]&select[]=ID',
      sent: `im.message.add?DIALOG_ID=chat${world.groupChatId}&MESSAGE=Hello, $result[bob][0][NAME] $result[bob][0][LAST_NAME]! $result[nobody][ID]`,
      history: `im.dialog.messages.get?DIALOG_ID=chat${world.groupChatId}&LIMIT=1`,
    });
    expect(result).toMatchObject({
      raw: { id: 2 },
      escaped: { id: 2 },
      whole: [{ id: 2 }, { id: 3 }],
      departments: [{ ID: '1' }, { ID: '2' }, { ID: '3' }],
      history: { messages: [{ id: result.sent, text: 'Hello, Bob Birch!' }] },
    });
  });

  it('runs fifty calls and refuses each further one (R5)', async () => {
    const { status, body } = await world.alice.call('batch', { cmd: Array.from({ length: 52 }, () => 'server.time') });
    expect(status).toBe(200);
    expect(body.result.result).toHaveLength(50);
    const tooLong = { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' };
    expect(body.result.result_error).toEqual({ 50: tooLong, 51: tooLong });
  });

  it('with halt refuses the first one too many alone (R5, N3)', async () => {
    const { result, result_error } = await run(
      Array.from({ length: 52 }, () => 'server.time'),
      { halt: 1 },
    );
    expect(result).toHaveLength(50);
    expect(result_error).toEqual({ 50: expect.objectContaining({ error: 'ERROR_BATCH_LENGTH_EXCEEDED' }) });
  });

  it('has a list of errors when nothing failed, too (N2)', async () => {
    expect(await run({ who: 'profile' })).toMatchObject({ result_error: [] });
  });

  it('is refused within a batch, whatever its capitals', async () => {
    const { result, result_error } = await run({ inner: 'Batch?cmd[a]=profile', after: 'profile' });
    expect(result).toMatchObject({ after: { ID: '1' } });
    expect(result_error).toMatchObject({ inner: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' } });
  });

  it('may be asked for in an address, where its calls are escaped twice', async () => {
    const inner = `im.message.add?${new URLSearchParams({ DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'fish & chips' })}`;
    const query = new URLSearchParams({
      'cmd[sent]': inner,
      'cmd[seen]': `im.dialog.messages.get?DIALOG_ID=chat${world.groupChatId}&LIMIT=1`,
      halt: '1',
    });
    const response = await fetch(`${world.alice.webhookUrl}batch?${query}`);
    const { result } = (await response.json()) as { result: { result: { seen: { messages: { text: string }[] } } } };
    expect(result.result.seen.messages[0]?.text).toBe('fish & chips');
  });

  it('may be a form with brackets', async () => {
    const body = new URLSearchParams({ 'cmd[who]': 'profile', 'cmd[2]': 'im.user.get?ID=2' });
    const response = await fetch(`${world.alice.webhookUrl}batch.json`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ result: { result: { who: { ID: '1' }, 2: { id: 2 } } } });
  });

  describe('runs calls that are named by numbers in the order in which they were sent, too', () => {
    const notes = (text: string) => `im.message.add?DIALOG_ID=1&MESSAGE=${text}`;
    const calls = [
      ['who', 'profile'],
      ['20', notes('first, to $result[who][ID]')],
      ['3', notes('second, after $result[20]')],
    ] as const;
    const json = `{${calls.map((call) => call.map((one) => JSON.stringify(one)).join(': ')).join(', ')}}`;
    const form = (pairs: readonly (readonly [string, string])[]) =>
      pairs.map(([name, call]): [string, string] => [`cmd[${name}]`, call]);
    const multipart = new FormData();
    for (const [name, value] of form(calls)) multipart.append(name, value);
    const large = ['nobody', 'x'.repeat(300_000)] as const;

    it.each<[string, string | FormData, string | undefined]>([
      ['JSON', `{"halt": 1, "cmd": ${json}}`, 'application/json'],
      ['JSON with texts like its own', `{"x": ["\\"}", {"cmd": 1}], "CMD": ${json}}`, 'application/json'],
      ['a text of JSON within a form', `cmd=${encodeURIComponent(json)}`, 'application/x-www-form-urlencoded'],
      ['a form', new URLSearchParams(form(calls)).toString(), 'application/x-www-form-urlencoded'],
      ['a large form', new URLSearchParams(form([...calls, large])).toString(), 'application/x-www-form-urlencoded'],
      ['a form with files', multipart, undefined],
    ])('%s', async (_, body, type) => {
      const headers = type === undefined ? {} : { 'content-type': type };
      const response = await fetch(`${world.alice.webhookUrl}batch`, { method: 'POST', body, headers });
      const { result } = ((await response.json()) as { result: { result: Record<string, number> } }).result;
      const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: 1, LIMIT: 2 });
      expect(messages.map(({ id, text }: { id: number; text: string }) => [id, text])).toEqual([
        [result['3'], `second, after ${result['20']}`],
        [result['20'], 'first, to 1'],
      ]);
    });

    it('a text of JSON keeps the names', async () => {
      expect(await run('{"7": "profile"}')).toMatchObject({ result: { 7: { ID: '1' } } });
    });
  });

  it('keeps an answer of null as null', async () => {
    const { result } = await run({ none: 'imbot.chat.get?ENTITY_TYPE=NONE&ENTITY_ID=0&CLIENT_ID=x', who: 'profile' });
    expect(result).toHaveProperty('none', null);
  });

  it('hands its CLIENT_ID to calls that bring none of their own', async () => {
    const botId = await world.bot();
    const say = `imbot.message.add?BOT_ID=${botId}&DIALOG_ID=1&MESSAGE=hi`;
    const { result, result_error } = await run({ own: say, other: `${say}&CLIENT_ID=another` }, { CLIENT_ID });
    expect(result).toEqual({ own: expect.any(Number) });
    expect(result_error).toMatchObject({ other: { error: 'APP_ID_ERROR' } });
  });

  it('takes no parameters nested absurdly deep in a text', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const { result } = await run({ who: { method: 'profile', params: `{"a":${deep}}` } });
    expect(result).toMatchObject({ who: { ID: '1' } });
    const cmd = `{"who":{"method":"profile","params":{"a":${deep}}}}`;
    expect((await post(`${world.alice.webhookUrl}batch`, { cmd })).status).toBe(400);
  });

  it('needs calls to run', async () => {
    for (const cmd of [undefined, null, '', 'profile', 7]) {
      const { status, body } = await post(`${world.alice.webhookUrl}batch`, { cmd });
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'INVALID_ARG_VALUE' });
    }
  });
});
