import { z } from 'zod';
import type { ChatRefusal } from '#domain/chat/access-chat.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Outcome } from '#kit/outcome.ts';

/** Slash commands that somebody sees in a chat. */
export const listedCommands = z.strictObject({
  commands: z.array(
    z.strictObject({
      id: z.number(),
      botId: z.number(),
      botName: z.string(),
      name: z.string().describe('Without the slash'),
      title: z.string().describe("In the person's language, else in the portal's, else in English, else as there is"),
      params: z.string().describe('What may be typed behind the name, in words'),
    }),
  ),
});

const REFUSALS: Readonly<Record<ChatRefusal, string>> = {
  chat_not_found: 'There is no such chat',
  chat_denied: 'They are not in that chat',
};

/** @throws Complaint where the chat is not theirs */
export function orComplaint<T>(outcome: Outcome<T, ChatRefusal>): T {
  if (outcome.ok) return outcome.value;
  throw new Complaint(REFUSALS[outcome.reason]);
}
