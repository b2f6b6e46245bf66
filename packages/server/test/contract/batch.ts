import { expect } from 'vitest';
import { contract } from './contract.ts';

const commands = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`part${i}`, 'server.time']));

export default contract({
  method: 'batch',
  async example() {
    return {
      params: {
        halt: 0,
        cmd: {
          get_user: 'user.current',
          get_department: 'user.get?UF_DEPARTMENT=$result[get_user][UF_DEPARTMENT][0]&select[]=ID&select[]=NAME',
        },
      },
    };
  },
  // The documented batch shows the answers of other methods, whose own pages say how they look; a page of departments
  // stands for any list. Time blocks are as everywhere: with "operating".
  shape(documented) {
    const { result, result_time, ...others } = documented as {
      result: Record<string, object>;
      result_time: Record<string, object>;
    };
    const user = result['get_user'] as Record<string, unknown>;
    const person = { ...user, WORK_POSITION: '', XML_ID: '', TIME_ZONE: '', TIMESTAMP_X: '2026-01-05T09:00:00+00:00' };
    const times = Object.entries(result_time).map(([key, time]) => [
      key,
      { ...time, operating: 0, operating_reset_at: 0 },
    ]);
    return {
      ...others,
      result: { get_user: person, get_department: [{ ID: '1', NAME: 'DEMO' }] },
      result_time: Object.fromEntries(times),
    };
  },
  errors: {
    'ERROR_BATCH_METHOD_NOT_ALLOWED: Method is not allowed for batch usage': () => ({
      params: { cmd: { part: 'batch?cmd[0]=profile' } },
      part: 'part',
    }),
    'ERROR_BATCH_LENGTH_EXCEEDED: Max batch length exceeded': () => ({ params: { cmd: commands(51) }, part: 'part50' }),
  },
  params: {
    async halt(world) {
      const cmd = { wrong: 'no.such.method', right: 'server.time' };
      expect((await world.alice.ok('batch', { cmd, halt: 0 })).result).toHaveProperty('right');
      for (const halt of [1, true, 'true', '1']) {
        const { result, result_error } = await world.alice.ok('batch', { cmd, halt });
        expect({ result, failed: Object.keys(result_error) }).toEqual({ result: [], failed: ['wrong'] });
      }
    },
    async cmd(world) {
      expect((await world.alice.ok('batch', { cmd: { who: 'profile' } })).result).toMatchObject({ who: { ID: '1' } });
      expect((await world.alice.ok('batch', { cmd: ['profile'] })).result).toMatchObject([{ ID: '1' }]);
    },
  },
});
