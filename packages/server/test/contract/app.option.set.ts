import { expect } from 'vitest';
import { CLIENT_ID } from '../world.ts';
import { contract } from './contract.ts';

const options = { data: 'value', data2: 'value2' };

export default contract({
  method: 'app.option.set',
  async example(world) {
    return { params: { options }, as: await world.application() };
  },
  errors: {
    'ArgumentNullException: options is empty': () => ({ params: { options: [] } }),
    'ACCESS_DENIED: Access denied! Application context required': () => ({ params: { options } }),
    async 'ACCESS_DENIED: Access denied! Administrator authorization required'(world) {
      return { params: { options }, as: (await world.application()).as(world.bob) };
    },
  },
  params: {
    async options(world) {
      const application = await world.application();
      const kept = () => application.ok('app.option.get');
      await application.ok('app.option.set', { options: { ...options, number: 7, no: false, nothing: null } });
      await application.ok('app.option.set', { options: { data: { deep: [1] } } });
      expect(await kept()).toEqual({ data: { deep: [1] }, data2: 'value2', number: '7', no: '', nothing: '' });
      const { status, body } = await application.call('app.option.set', { options: { data: 'x'.repeat(70_000) } });
      expect({ status, error: body.error, details: body.error_details }).toEqual({
        status: 400,
        error: 'ArgumentNullException',
        details: 'options: has 70000 characters of JSON, and 65536 is the most',
      });
      await world.alice.ok('app.option.set', { options: { mine: 'webhook' }, CLIENT_ID });
      expect(await world.bob.ok('app.option.get', { CLIENT_ID })).toEqual({ mine: 'webhook' });
      // They are gone with the application.
      await application.remove();
      const left = await world.app.store.read((work) => work.options.listOptions(application.id, 0));
      expect(left).toEqual({});
    },
  },
});
