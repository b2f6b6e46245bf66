import { expect } from 'vitest';
import { contract } from './contract.ts';

export default contract({
  method: 'events',
  example: async (world) => ({ as: await world.application(), params: { SCOPE: 'user' } }),
  // Ours is a list of other length: there is no CRM here.
  shape: () => ['ONUSERADD'],
  errors: {},
  params: {
    // N12
    async SCOPE(world) {
      const application = await world.application();
      expect(await application.ok('events', { SCOPE: 'user' })).toEqual(['ONUSERADD']);
      expect(await application.ok('events', { SCOPE: 'imbot' })).toContain('ONIMBOTMESSAGEADD');
      expect(await application.ok('events', { SCOPE: 'crm' })).toEqual([]);
      const common = await application.ok('events', { SCOPE: '' });
      expect(common).toContain('ONAPPTEST');
      expect(common).not.toContain('ONUSERADD');
      const narrow = await world.application({ scope: ['im'] });
      expect(await narrow.ok('events', { SCOPE: 'user' })).toEqual(['ONUSERADD']);
    },
    async FULL(world) {
      const application = await world.application({ scope: ['im'] });
      const own = await application.ok('events');
      expect(own).toContain('ONAPPTEST');
      expect(own).not.toContain('ONUSERADD');
      expect(await application.ok('events', { FULL: true })).toEqual(expect.arrayContaining([...own, 'ONUSERADD']));
      // N14
      expect(await application.ok('events', { FULL: true })).not.toContain('ONAPPUSERREADY');
      // Not considered beside SCOPE.
      expect(await application.ok('events', { FULL: true, SCOPE: 'user' })).toEqual(['ONUSERADD']);
    },
  },
});
