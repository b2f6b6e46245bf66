import { z } from 'zod';
import { describeChat } from '#domain/chat/describe-chat.ts';
import type { RenameRefusal } from '#domain/chat/rename-chat.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';
import { person, personCalled } from '../../terms/names.ts';

const REFUSALS: Readonly<Record<RenameRefusal, string>> = {
  chat_unavailable: 'They are not in that chat',
  renaming_forbidden: 'What this chat is called and about is said elsewhere',
};

export default defineCommand({
  summary: 'Says what a group is about.',
  pages: 'person',
  body: z.strictObject({ as: person, chat: z.number().int(), description: z.string().trim().max(2_000) }),
  answer: z.strictObject({ chatId: z.number(), description: z.string() }),
  run: ({ store, portalId }, { as, chat, description }) =>
    store.write(async (work) => {
      const described = await describeChat(work, await personCalled(work, portalId, as), chat, description);
      if (!described.ok) throw new Refusal(described.reason, REFUSALS[described.reason]);
      return { chatId: chat, description };
    }),
});
