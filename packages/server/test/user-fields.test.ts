import { expect, it } from 'vitest';
import { PIXEL, personSeen } from './person-samples.ts';
import { withScope } from './scenes/people.ts';
import { addField, fieldAdder } from './scenes/user-fields.ts';
import { inWorld, type Person, type World } from './world.ts';

/** In a world of its own, with one who may give people further fields. */
const withAdmin = (test: (world: World, admin: Person) => Promise<void>) =>
  inWorld({}, async (world) => test(world, await fieldAdder(world)));

/** What is said of Bob, and what is told of him then. */
async function saidOfBob(world: World, value: unknown): Promise<unknown> {
  await world.alice.ok('user.update', { ID: world.bob.id, UF_USR_SAMPLE: value });
  return (await personSeen(world, world.bob.id)).UF_USR_SAMPLE;
}

it.each<[type: string, sent: unknown, told: unknown, wrong: unknown]>([
  ['string', ' words ', 'words', { deep: 1 }],
  ['integer', '7', 7, 'seven'],
  ['double', '1.239', 1.24, 'one'],
  ['date', '2024-02-26', '2024-02-26T00:00:00+00:00', 'in summer'],
  ['datetime', '2024-02-26T10:00:00+03:00', '2024-02-26T07:00:00+00:00', 'noon'],
  ['boolean', 'Y', '1', 'perhaps'],
  ['url', 'https://example.com', 'https://example.com', []],
  ['money', '10.50|USD', '10.50|USD', 'ten'],
  ['employee', '3', 3, 999_999],
  ['crm', 'D_5', 'D_5', {}],
  ['iblock_element', 12, 12, 'twelve'],
])('a field of the type %s takes what is of that type', (type, sent, told, wrong) =>
  withAdmin(async (world, admin) => {
    await addField(admin, { USER_TYPE_ID: type });
    expect(await saidOfBob(world, sent)).toEqual(told);
    const { body } = await admin.call('user.update', { ID: world.bob.id, UF_USR_SAMPLE: wrong });
    expect(body).toMatchObject({
      error: 'ERROR_CORE',
      error_description: 'The field UF_USR_SAMPLE cannot take this value',
    });
    // As it was, since it was refused; and then emptied.
    expect((await personSeen(world, world.bob.id)).UF_USR_SAMPLE).toEqual(told);
    expect(await saidOfBob(world, '')).toBe('');
  }),
);

it('a list takes what it is chosen from, a multiple one several', () =>
  withAdmin(async (world, admin) => {
    const LIST = [{ VALUE: 'one' }, { VALUE: 'two', DEF: 'Y' }, { VALUE: 'three' }];
    const id = await addField(admin, { USER_TYPE_ID: 'enumeration', MULTIPLE: 'Y', LIST });
    const listed = async () => (await admin.ok('user.userfield.list', { filter: { id } }))[0].LIST;
    const [one, two, three] = (await listed()).map(({ ID }: { ID: string }) => Number(ID));
    expect(await saidOfBob(world, [one, `${three}`])).toEqual([one, three]);
    expect(await saidOfBob(world, two)).toEqual([two]);
    expect((await admin.call('user.update', { ID: world.bob.id, UF_USR_SAMPLE: [999] })).status).toBe(400);
    const changed = [{ ID: one, DEL: 'Y' }, { ID: two, VALUE: 'zwei', SORT: 900 }, { VALUE: 'four' }];
    await admin.ok('user.userfield.update', { id, fields: { LIST: changed } });
    expect((await listed()).map(({ VALUE }: { VALUE: string }) => VALUE)).toEqual(['three', 'four', 'zwei']);
    expect(await saidOfBob(world, [])).toEqual([]);
    // Who is new has what is chosen unless something else is said.
    const eve = await admin.ok('user.add', { EMAIL: 'eve@example.com', UF_DEPARTMENT: 1 });
    expect(await personSeen(world, eve)).toMatchObject({ UF_USR_SAMPLE: [two] });
  }));

it('a mandatory field cannot be empty, and says so in the words of the portal', () =>
  withAdmin(async (world, admin) => {
    await addField(admin, { USER_TYPE_ID: 'string', MANDATORY: 'Y', ERROR_MESSAGE: { en: 'Say something' } });
    const refusal = async (method: string, params: object) =>
      (await admin.call(method, { EMAIL: 'eve@example.com', ...params })).body.error_description;
    expect(await refusal('user.update', { ID: world.bob.id, UF_USR_SAMPLE: '' })).toBe('Say something');
    expect(await refusal('user.add', { UF_DEPARTMENT: 1 })).toMatch(/UF_USR_SAMPLE/);
    expect((await admin.ok('user.get', { FILTER: { EMAIL: 'eve@example.com' } })).length).toBe(0);
    await admin.ok('user.update', { ID: world.bob.id, NAME: 'Rob' });
    await admin.ok('user.add', { EMAIL: 'eve@example.com', UF_DEPARTMENT: 1, uf_usr_sample: 'something' });
  }));

it('people are found and sorted by fields of the portal’s own making', () =>
  withAdmin(async (_, admin) => {
    await addField(admin, { USER_TYPE_ID: 'double' });
    await addField(admin, { FIELD_NAME: 'DAY', USER_TYPE_ID: 'date' });
    await admin.ok('user.update', { ID: 1, UF_USR_SAMPLE: 2.5, UF_USR_DAY: '2024-02-26' });
    await admin.ok('user.update', { ID: 3, UF_USR_SAMPLE: 1, UF_USR_DAY: '2023-02-26' });
    const found = async (params: object) =>
      (await admin.ok('user.get', { ...params, select: ['ID'] })).map(({ ID }: { ID: string }) => Number(ID));
    expect(await found({ FILTER: { '>UF_USR_SAMPLE': '1.5' } })).toEqual([1]);
    expect(await found({ '<UF_USR_DAY': '2024-01-01' })).toEqual([3]);
    expect(await found({ FILTER: { '!UF_USR_SAMPLE': '' }, sort: 'UF_USR_SAMPLE' })).toEqual([3, 1]);
  }));

it('fields of the portal’s own making are told where the permissions open them, and go with all that was said', () =>
  withAdmin(async (world, admin) => {
    const id = await addField(admin, { USER_TYPE_ID: 'string' });
    await saidOfBob(world, 'words');
    const told = async (...scope: string[]) => {
      const reader = await withScope(world, world.bob, scope);
      const [bob] = await reader.ok('user.get', { ID: world.bob.id, select: ['UF_*'] });
      expect((await reader.ok('user.current')).UF_USR_SAMPLE).toBe(bob.UF_USR_SAMPLE);
      return bob.UF_USR_SAMPLE;
    };
    expect(await told('user')).toBe('words');
    expect(await told('user_brief', 'user.userfield')).toBe('words');
    expect(await told('user_basic')).toBeUndefined();
    await admin.ok('user.userfield.delete', { id });
    expect(await told('user')).toBeUndefined();
    await addField(admin, { USER_TYPE_ID: 'string' });
    expect(await told('user')).toBe('');
  }));

it('a field of files hands them out to those who see the person, and nobody else’s', () =>
  withAdmin(async (world, admin) => {
    await addField(admin, { USER_TYPE_ID: 'file', MULTIPLE: 'Y' });
    const [first] = (await saidOfBob(world, ['photo.png', PIXEL])) as { id: number; downloadData: object }[];
    const added = { fileData: ['привет.txt', Buffer.from('hello').toString('base64')] };
    const [kept, second] = (await saidOfBob(world, [{ id: first?.id }, added])) as {
      id: number;
      downloadData: object;
    }[];
    expect(kept).toEqual(first);
    const fetched = async (who: Person, params: object) => {
      const query = new URLSearchParams(Object.entries(params));
      return fetch(`${who.webhookUrl}user.userfield.file.get?${query}`);
    };
    const answer = await fetched(admin, second?.downloadData ?? {});
    expect(await answer.text()).toBe('hello');
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''%D0%BF");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetched(admin, { ...second?.downloadData, id: world.carol.id })).status).toBe(400);
    expect((await fetched(await fieldAdder(world, world.dana), second?.downloadData ?? {})).status).toBe(400);
    expect((await admin.call('user.update', { ID: world.carol.id, UF_USR_SAMPLE: [second?.id] })).status).toBe(400);
    const { body } = await admin.call('batch', { cmd: { file: 'user.userfield.file.get?id=2' } });
    expect(body.result.result_error.file.error).toBe('ERROR_BATCH_METHOD_NOT_ALLOWED');
    // What is not named any more is gone.
    await saidOfBob(world, [second?.id]);
    expect((await fetched(admin, first?.downloadData ?? {})).status).toBe(400);
  }));

it('what a field cannot be is refused, and no label is taken from thin air', () =>
  withAdmin(async (_, admin) => {
    const fields = { FIELD_NAME: 'SAMPLE', USER_TYPE_ID: 'enumeration' };
    const refused = async (more: object) =>
      (await admin.call('user.userfield.add', { fields: { ...fields, ...more } })).body.error;
    expect(await refused({ SORT: 3_000_000_000 })).toBe('INVALID_ARG_VALUE');
    expect(await refused({ LIST: Array.from({ length: 1001 }, () => 'one') })).toBe('ERROR_ARGUMENT');
    await addField(admin, { USER_TYPE_ID: 'string', LABEL: { en: 'Sample' } });
    const [told] = await admin.ok('user.userfield.list', { filter: { LANG: 'constructor' } });
    expect(told.EDIT_FORM_LABEL).toBe('');
  }));
