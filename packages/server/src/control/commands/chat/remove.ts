import { z } from 'zod';
import type { Chat } from '#domain/chat/chat.ts';
import { parseDialog } from '#domain/chat/dialog.ts';
import { removeChat } from '#domain/chat/remove-chat.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { defineCommand } from '../../definition.ts';
import { Unconfirmed } from '../../problem.ts';
import { chatCalled, type ListedChat, listChat, listedChat } from '../../terms/listed-chat.ts';
import { dialog, person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Removes a chat with all that was written in it, and answers with what it was. Nobody is told more of it.',
  body: z.strictObject({
    as: person
      .describe('By whose names it is called: id, name, full name or e-mail address; chat12 needs nobody')
      .optional(),
    chat: dialog,
    isConfirmed: z.boolean().describe('It goes for good').default(false),
  }),
  answer: listedChat,
  run: ({ store, portalId }, { as, chat: name, isConfirmed }) =>
    store.write(async (work) => {
      const chat =
        as === undefined
          ? await chatNumbered(work, portalId, name)
          : await chatCalled(work, await personCalled(work, portalId, as), name);
      const listed = await listChat(work, chat);
      if (!isConfirmed) throw new Unconfirmed(`${calledInFull(listed)} goes for good, with all that was written in it`);
      const removed = await removeChat(work, chat);
      if (!removed.ok) throw new Complaint('The chat was removed meanwhile');
      return listed;
    }),
});

function calledInFull({ id, title, members }: ListedChat): string {
  return `${title} (chat${id}, ${members.length} ${members.length === 1 ? 'member' : 'members'})`;
}

/** Any chat of the portal: whoever owns its data need not be in it. */
async function chatNumbered(work: Reading, portalId: number, name: string): Promise<Chat> {
  const dialog = parseDialog(name);
  if (dialog?.kind !== 'chat')
    throw new Complaint('Write it like chat12, or say by whose names it is called: --as PERSON');
  const chat = await work.chats.findChat(dialog.chatId);
  if (chat?.portalId !== portalId)
    throw new Complaint(`There is no chat ${dialog.chatId}. See: ${programName()} chat list --as PERSON`);
  return chat;
}
