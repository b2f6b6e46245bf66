import { z } from 'zod';
import { defineCommand } from '../definition.ts';

export default defineCommand({
  summary: 'Has the portal stop: what is on its way is finished first. Answers before it has stopped.',
  body: z.strictObject({}),
  answer: z.strictObject({ pid: z.number().describe('The process that is gone when it has stopped') }),
  async run({ stop }) {
    stop();
    return { pid: process.pid };
  },
});
