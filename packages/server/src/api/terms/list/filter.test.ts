import { describe, expect, it } from 'vitest';
import { Profile } from '#domain/user/profile.ts';
import { NEW_USER, type User } from '#domain/user/user.ts';
import { openFields } from '../person/select-fields.ts';
import { factFinder } from './facts.ts';
import { personFilter } from './filter.ts';
import { gatherConditions } from './gather.ts';
import { sortBy, toSortKeys } from './sort.ts';

const NOW = Date.UTC(2026, 0, 5, 9);
const ALL = openFields(['user']);

const nobody: User = {
  ...NEW_USER,
  id: 0,
  portalId: 1,
  createdAt: Date.UTC(2025, 5, 1, 12),
  changedAt: Date.UTC(2025, 5, 1, 12),
  lastActivityAt: null,
  status: null,
  idleSince: null,
};
/** Of those who work here; guests are in no department. */
const profile = Profile.of([1]);
const people: User[] = [
  {
    ...nobody,
    profile,
    id: 1,
    name: 'Ivan',
    lastName: 'Petrov',
    email: 'ivan@example.com',
    birthday: '1990-07-14',
    lastActivityAt: NOW + 500,
  },
  {
    ...nobody,
    profile,
    id: 2,
    name: 'Iva',
    lastName: 'Hammer',
    workPosition: 'Engineer',
    createdAt: Date.UTC(2025, 6, 1, 12),
  },
  { ...nobody, id: 3, name: 'Carol', lastName: 'Petrova', isExtranet: true, isActive: false },
];

function found(conditions: Record<string, unknown>, open = ALL): number[] {
  const filter = personFilter(conditions, factFinder(open));
  return people.filter((user) => filter(user, NOW + 1000)).map(({ id }) => id);
}

describe('a filter of people', () => {
  it.each<[string, unknown, number[]]>([
    ['NAME', 'iva', [2]],
    ['=NAME', 'IVA', [2]],
    ['name', 'Ivan', [1]],
    ['NAME', 'Iv%', [1, 2]],
    ['=NAME', 'Iv%', []],
    ['NAME', ['Iva', 'Carol'], [2, 3]],
    ['@NAME', ['Iva', 'Carol'], [2, 3]],
    ['!@NAME', ['Iva', 'Carol'], [1]],
    ['!NAME', 'Iva', [1, 3]],
    ['!=NAME', 'Iva', [1, 3]],
    ['%LAST_NAME', 'etro', [1, 3]],
    ['!%LAST_NAME', 'etro', [2]],
    ['=%LAST_NAME', '%ov', [1]],
    ['%=LAST_NAME', 'pet%a', [3]],
    ['=%LAST_NAME', 'etro', []],
    ['!=%LAST_NAME', '%ov', [2, 3]],
    ['!%=LAST_NAME', 'p%', [2]],
    ['%LAST_NAME', '', [1, 2, 3]],
    ['ID', '2', [2]],
    ['>ID', '1', [2, 3]],
    ['>=ID', 2, [2, 3]],
    ['<ID', 2, [1]],
    ['<=ID', [2], [1, 2]],
    ['!ID', [1, 2], [3]],
    ['ID', [], []],
    ['ID', 'first', []],
    ['EMAIL', '', [2, 3]],
    ['!EMAIL', '', [1]],
    ['WORK_POSITION', null, [1, 3]],
    ['ACTIVE', 'true', [1, 2]],
    ['!ACTIVE', 'Y', [3]],
    ['UF_DEPARTMENT', '1', [1, 2]],
    ['!UF_DEPARTMENT', false, [1, 2]],
    ['USER_TYPE', 'extranet', [3]],
    ['IS_ONLINE', 'Y', [1]],
    ['NAME_SEARCH', 'engin', [2]],
    ['NAME_SEARCH', 'iv', [1, 2]],
    ['PERSONAL_CITY', '', [1, 2, 3]],
    ['@PERSONAL_CITY', ['New York', 'Los Angeles'], []],
  ])('%s: %j', (key, value, ids) => {
    expect(found({ [key]: value })).toEqual(ids);
  });

  it.each<[string, unknown, number[]]>([
    ['PERSONAL_BIRTHDAY', '1990-07-14', [1]],
    ['PERSONAL_BIRTHDAY', '07/14/1990', [1]],
    ['PERSONAL_BIRTHDAY', '1990-07-14T00:00:00+00:00', [1]],
    ['>=DATE_REGISTER', '2025-07-01', [2]],
    ['<DATE_REGISTER', '2025-07-01 00:00:00', [1, 3]],
    ['DATE_REGISTER', '06/01/2025 00:00', [1, 3]],
    ['LAST_LOGIN', '2026-01-05T12:00:00+03:00', [1]],
    ['>LAST_LOGIN', '2026-01-05T08:59:59Z', [1]],
    ['!PERSONAL_BIRTHDAY', 'in summer', []],
    ['>LAST_LOGIN', '2026-13-45', []],
    ['>PERSONAL_BIRTHDAY', '1990-02-31', []],
  ])('knows dates: %s: %j', (key, value, ids) => {
    expect(found({ [key]: value })).toEqual(ids);
  });

  it('takes every condition together and passes over what is no field or no prefix', () => {
    expect(found({ '>ID': 1, ACTIVE: true, NO_SUCH_FIELD: 'x', '><ID': 7, '': 1, constructor: 'x' })).toEqual([2]);
    expect(found({})).toEqual([1, 2, 3]);
  });

  it('does not tell by its outcome what the permissions hide', () => {
    const brief = openFields(['user_brief']);
    expect(found({ EMAIL: 'nobody@example.com' }, brief)).toEqual([1, 2, 3]);
    expect(found({ NAME_SEARCH: 'example.com' }, brief)).toEqual([]);
    expect(found({ NAME_SEARCH: 'example.com' }, openFields(['user_brief', 'user_basic']))).toEqual([1]);
    expect(found({ USER_TYPE: 'employee', NAME: 'Iva' }, brief)).toEqual([2]);
  });

  it('finds a pattern of many wildcards without looking for ever', () => {
    expect(found({ '=%NAME': `${'%a'.repeat(10_000)}%b` })).toEqual([]);
    expect(found({ '=%NAME': '%%%v%%' })).toEqual([1, 2]);
  });

  it('may stand beside FILTER, which goes before', () => {
    expect(gatherConditions({ ID: 1, '!NAME': 'x', SORT: 'ID', start: 0, auth: 'x', filter: { ID: 2 } })).toMatchObject(
      { FILTER: { ID: 2, '!NAME': 'x' } },
    );
    expect(gatherConditions({ id: 7 })).toMatchObject({ FILTER: { id: 7 } });
    expect(gatherConditions({ FILTER: 'nonsense' })).toMatchObject({ FILTER: 'nonsense' });
  });
});

describe('sorting people', () => {
  const sorted = (sort: unknown, order?: unknown, open = ALL) =>
    sortBy(people, toSortKeys(sort, order), factFinder(open), NOW).map(({ id }) => id);

  it('goes by any open field in either direction, those in whom it is empty first', () => {
    expect(sorted('LAST_NAME')).toEqual([2, 1, 3]);
    expect(sorted('last_name', 'desc')).toEqual([3, 1, 2]);
    expect(sorted('LAST_LOGIN')).toEqual([2, 3, 1]);
    expect(sorted(undefined, 'DESC')).toEqual([3, 2, 1]);
    expect(sorted(undefined, { ACTIVE: 'ASC', ID: 'DESC' })).toEqual([3, 2, 1]);
  });

  it('falls back to ids where the field is not open', () => {
    expect(sorted('EMAIL', 'DESC', openFields(['user_brief']))).toEqual([1, 2, 3]);
    expect(sorted('NO_SUCH_FIELD')).toEqual([1, 2, 3]);
  });
});
