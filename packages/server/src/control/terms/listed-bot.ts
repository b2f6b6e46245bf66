import { z } from 'zod';
import type { Bot } from '#domain/bot/bot.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { eventMode } from './event-mode.ts';

/** A bot as lists show it. */
export const listedBot = z.strictObject({
  id: z.number(),
  name: z.string(),
  code: z.string(),
  type: z.enum(['bot', 'human', 'supervisor', 'personal', 'openline', 'network']),
  application: z.string().describe('Title of the application that it belongs to'),
  isHidden: z.boolean(),
  generation: z.enum(['v1', 'v2']).describe('By which methods it was registered, and in whose form it hears events'),
  events: eventMode,
});

export async function listBot(work: Reading, bot: Bot): Promise<z.infer<typeof listedBot>> {
  const user = await work.users.findUser(bot.id);
  const application = await work.applications.findApplication(bot.applicationId);
  return {
    id: bot.id,
    name: user ? fullName(user) : '',
    code: bot.code,
    type: bot.type,
    application: application?.title || application?.clientId || '',
    isHidden: bot.isHidden,
    generation: bot.generation,
    events: bot.eventMode,
  };
}
