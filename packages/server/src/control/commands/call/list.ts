import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import type { CallQuery } from '#live/call-log/find-calls.ts';
import type { Asker } from '../../asker.ts';
import type { ControlledPortal } from '../../controlled-portal.ts';
import { defineCommand } from '../../definition.ts';
import { botInSight, callsIn, sightOf } from '../../sight.ts';
import { app, applicationCalled } from '../../terms/application.ts';
import { bot } from '../../terms/bot.ts';
import { presentWhole, wholeCall } from '../../terms/call.ts';
import { sinceMs } from '../../terms/event.ts';
import { anyoneCalled, person } from '../../terms/names.ts';

const body = z.strictObject({
  isRefused: z.boolean().default(false),
  sinceMs: sinceMs.optional().describe('Only those that began so long ago at most'),
  method: z.string().optional(),
  bot: bot.optional().describe('Only those that name it, or that its program made'),
  chatId: z.number().int().positive().optional(),
  caller: person.optional().describe('Only those in the name of that person'),
  app: app.optional().describe('Only those of that application'),
  isOfPrograms: z
    .boolean()
    .default(false)
    .describe('Without those that pages of the portal make for whoever looks at them'),
  limit: z.number().int().min(1).max(1_000).default(50),
  before: z.number().int().positive().optional().describe('Only older ones than this call'),
});

export default defineCommand({
  pages: 'person',
  summary: 'Lists the REST calls of the last day, the newest first.',
  body,
  answer: z.strictObject({
    calls: z.array(wholeCall),
    kept: z.number().describe('Calls that are kept now'),
    dropped: z.number().describe('Calls of the same time that are not kept: more came than the log takes'),
  }),
  async run(portal, asked, asker) {
    const calls = await portal.calls.listWhole(await queryOf(portal, asked, asker));
    return { calls: await presentWhole(portal, calls), ...(await portal.calls.count()) };
  },
});

async function queryOf(portal: ControlledPortal, asked: z.output<typeof body>, asker: Asker): Promise<CallQuery> {
  const { isRefused, sinceMs, method, bot, chatId, caller, app, isOfPrograms, limit, before } = asked;
  const { portalId, store, clock } = portal;
  const sight = await sightOf(portal, asker);
  const found = await botInSight(portal, sight, bot);
  const named = await store
    .read(async (work) => ({
      userId: caller === undefined ? undefined : (await anyoneCalled(work, portalId, caller)).id,
      applicationId: app === undefined ? undefined : (await applicationCalled(work, portalId, app)).id,
    }))
    .catch((error: unknown) => {
      // Which names there are is for those who see everything.
      if (sight.kind === 'everything' || !(error instanceof Complaint)) throw error;
      throw new Complaint('There is nobody, or no application, of that name');
    });
  const since = sinceMs === undefined ? undefined : clock.now() - sinceMs;
  return {
    ...named,
    isOfPrograms,
    ...callsIn(sight),
    botId: found?.id,
    isRefused,
    since,
    method: method?.toLowerCase(),
    chatId,
    limit,
    before,
  };
}
