import { BY_ADMINISTRATORS, type Calls, own } from '../case.ts';

export const basic: Readonly<Record<string, Calls>> = {
  'app.info': { params: {} },
  batch: { params: { cmd: { who: 'profile' } } },
  'method.get': { params: { name: 'profile' } },
  methods: { params: {} },
  profile: { params: {} },
  scope: { params: {} },
  'server.time': { params: {} },
  'access.name': { params: { ACCESS: 'AU' } },
  // One by its name here, all of them in user.option.get.
  'app.option.get': { params: { option: own('name') }, may: { option: { theirs: null, elsewhere: null } } },
  'app.option.set': { params: { options: { mine: 'kept' } }, ...BY_ADMINISTRATORS },
  'feature.get': { params: { CODE: 'rest_offline_extended' } },
  'user.access': { params: { ACCESS: 'AU' } },
  'user.admin': { params: {} },
  'user.option.get': [
    { params: {} },
    { params: { option: own('name') }, may: { option: { theirs: null, elsewhere: null } } },
  ],
  'user.option.set': { params: { options: { mine: 'kept' } } },
};
