import { expect } from 'vitest';
import { BY_ADMINISTRATORS, type Calls, own } from '../case.ts';

const NUMBER = expect.any(Number);

/** Another one with every call. */
function anotherName(): object {
  let count = 0;
  return {
    toJSON() {
      count += 1;
      return `NEW${count}`;
    },
  };
}

export const user: Readonly<Record<string, Calls>> = {
  'user.add': [
    {
      params: { EMAIL: own('email'), UF_DEPARTMENT: [own('department')] },
      ...BY_ADMINISTRATORS,
      may: { EMAIL: { elsewhere: NUMBER } },
    },
    {
      params: { EMAIL: own('email'), EXTRANET: 'Y', SONET_GROUP_ID: [own('workgroup')] },
      ...BY_ADMINISTRATORS,
      may: { EMAIL: { elsewhere: NUMBER } },
    },
  ],
  'user.update': [
    { params: { ID: own('subordinate'), WORK_POSITION: 'Changed' }, ...BY_ADMINISTRATORS },
    { params: { ID: own('subordinate'), UF_DEPARTMENT: [own('department')] }, ...BY_ADMINISTRATORS },
  ],
  'user.current': { params: {} },
  'user.fields': { params: {} },
  'user.userfield.add': {
    params: { fields: { FIELD_NAME: anotherName(), USER_TYPE_ID: 'string' } },
    ...BY_ADMINISTRATORS,
  },
  'user.userfield.delete': { params: { id: own('field') }, ...BY_ADMINISTRATORS },
  'user.userfield.file.get': {
    params: { id: own('person'), field: own('fieldName'), value: own('file') },
  },
  'user.userfield.list': { params: {}, ...BY_ADMINISTRATORS },
  'user.userfield.update': { params: { id: own('field'), fields: { SORT: 7 } }, ...BY_ADMINISTRATORS },
  'user.search': {
    params: { FILTER: { FIND: own('firstName') } },
    may: { 'FILTER.FIND': { theirs: [expect.objectContaining({ NAME: 'Bob' })], elsewhere: [] } },
  },
  'user.get': {
    params: { ID: own('person') },
    may: { ID: { theirs: [expect.objectContaining({ NAME: 'Bob' })], elsewhere: [] } },
  },
};
