import { expect } from 'vitest';
import { contract } from './contract.ts';

export default contract({
  method: 'feature.get',
  example: async () => ({ params: { CODE: 'rest_offline_extended' } }),
  errors: { "CODE_EMPTY: CODE can't be empty": () => ({ params: { CODE: '' } }) },
  params: {
    async CODE({ alice }) {
      const value = async (CODE: string) => (await alice.ok('feature.get', { CODE })).value;
      // It is there when offline events can be asked for, and not before.
      const { isExisting } = await alice.ok('method.get', { name: 'event.offline.get' });
      expect(await value('rest_offline_extended')).toBe(isExisting ? 'Y' : 'N');
      expect(await value('rest_auth_connector')).toBe(isExisting ? 'Y' : 'N');
      expect(await value('no_such_feature')).toBe('N');
      expect(await value('constructor')).toBe('N');
    },
  },
});
