import { afterEach, beforeEach, expect, it } from 'vitest';
import { bind, comes, comesAgain } from '../scenes/events.ts';
import { browserOf } from '../scenes/sign-in.ts';
import { createWorld, type Handler, type World } from '../world.ts';

let world: World;
let handler: Handler;

beforeEach(async () => {
  world = await createWorld();
  handler = await world.handler();
});
afterEach(() => world.close());

/** What an application with these permissions is told of Bob, who has a field of the portal's own making. */
async function toldOfBob(...scope: string[]) {
  const all = await world.application({ scope: ['user', 'user.userfield'] });
  await all.ok('user.userfield.add', { fields: { FIELD_NAME: 'SHOE', USER_TYPE_ID: 'string' } });
  const given = {
    PERSONAL_BIRTHDAY: '1990-01-31',
    PERSONAL_MOBILE: '+1 555 0100',
    PERSONAL_WWW: 'https://bob.example.com',
    UF_EMPLOYMENT_DATE: '2024-04-05',
    UF_USR_SHOE: '42',
  };
  await all.ok('user.update', { ID: world.bob.id, ...given });
  await bind(await world.application({ scope }), 'ONUSERADD', handler);
  await comesAgain(world, world.bob.id);
  await world.settled();
  return handler.events('ONUSERADD')[0].data;
}

const BRIEF = {
  ID: '2',
  ACTIVE: '1',
  NAME: 'Bob',
  LAST_NAME: 'Birch',
  DATE_REGISTER: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00\+00:00$/),
  PERSONAL_GENDER: 'M',
  PERSONAL_BIRTHDAY: '1990-01-31T00:00:00+00:00',
  WORK_POSITION: 'Engineer',
  UF_EMPLOYMENT_DATE: '2024-04-05T00:00:00+00:00',
  UF_DEPARTMENT: ['1'],
};
const BASIC = { ...BRIEF, EMAIL: 'bob@example.com', PERSONAL_MOBILE: '+1 555 0100' };

it.each([
  [['user'], { ...BASIC, PERSONAL_WWW: 'https://bob.example.com' }],
  [['user', 'user.userfield'], { ...BASIC, PERSONAL_WWW: 'https://bob.example.com' }],
  [['user_basic'], BASIC],
  [['user_basic', 'user.userfield'], { ...BASIC, UF_USR_SHOE: '42' }],
  [['user_brief'], BRIEF],
])('who came is told in the fields that %j opens, and that are not empty (N15)', async (scope, told) => {
  expect(await toldOfBob(...scope)).toEqual(told);
});

it('a bot that comes is not told of, nor is somebody who is merely invited (N15)', async () => {
  const application = await world.application();
  await bind(application, 'ONUSERADD', handler);
  await world.bot({ application });
  await world.alice.ok('user.add', { EMAIL: 'invited@example.com', UF_DEPARTMENT: [1] });
  await world.settled();
  expect(handler.events('ONUSERADD')).toEqual([]);
  await comes(world, 'Eve');
  await world.settled();
  expect(handler.events('ONUSERADD')).toHaveLength(1);
});

it('somebody who was invited has come when they sign in for the first time, also by a link (N15)', async () => {
  await bind(await world.application(), 'ONUSERADD', handler);
  const id = await world.alice.ok('user.add', { EMAIL: 'invited@example.com', UF_DEPARTMENT: [1] });
  await browserOf(world, id);
  await browserOf(world, id);
  await world.settled();
  expect(handler.events('ONUSERADD').map(({ data }) => data.ID)).toEqual([String(id)]);
});
