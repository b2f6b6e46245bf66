import { z } from 'zod';
import { runBatch } from '../kernel/call/batch.ts';
import { toCommands } from '../kernel/call/batch-commands.ts';
import { timeSchema } from '../kernel/call/time-block.ts';
import { readWith, required } from '../kernel/definition/field.ts';
import { definePlatformMethod } from '../kernel/definition/method.ts';
import { field } from '../terms/basic/fields.ts';
import { keyedByName } from '../terms/basic/keyed.ts';
import { wire } from '../terms/basic/wire.ts';

const call = z.union([
  z.string().describe('method?name=value'),
  z.object({ method: z.string(), params: wire.map.optional() }),
]);
const calls = z
  .union([z.array(call), z.record(z.string(), call)])
  .meta({ examples: [{ who: 'profile', people: 'user.get?ID=1' }] });

export default definePlatformMethod({
  name: 'batch',
  summary: 'Runs up to 50 calls one after the other; a later one may use what an earlier one answered.',
  page: 'settings/how-to-call-rest-api/batch',
  scope: 'basic',
  params: {
    cmd: required(
      'Calls by name, each as `method?name=value`; `$result[name][field]` stands for an earlier answer',
      readWith(calls, toCommands),
    ),
    halt: field.flag('Stop at the first call that fails', false),
  },
  outsideBatchOnly: true,
  isUncounted: true,
  errors: [],
  result: z.object({
    result: keyedByName(z.unknown()).describe('Answers by name'),
    result_error: keyedByName(
      z.object({
        error: z.string(),
        error_description: z.string(),
        argument: z.string().optional().describe('Which argument is wrong, where the method says so'),
        error_details: z.string().optional().describe('What exactly is wrong'),
      }),
    ).describe('Errors by name'),
    result_total: keyedByName(z.number().int()).describe('Totals of lists by name'),
    result_next: keyedByName(z.number().int()).describe('Where the next page starts, by name'),
    result_time: keyedByName(timeSchema).describe('Time blocks by name'),
  }),
  example: {
    params: { halt: 0, cmd: { who: 'profile', time: 'server.time' } },
    result: {
      result: { who: { ID: '1' }, time: '2024-08-05T09:02:13+00:00' },
      result_error: [],
      result_total: [],
      result_next: [],
      result_time: {},
    },
  },
  handle: ({ params, call }) => runBatch(params.cmd, params.halt, call),
});
