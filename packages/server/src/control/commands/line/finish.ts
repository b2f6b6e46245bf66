import { z } from 'zod';
import { parseDialog } from '#domain/chat/dialog.ts';
import { findInChat } from '#domain/line/access-session.ts';
import { conductSession } from '#domain/line/conduct-session.ts';
import { finishSession } from '#domain/line/finish-session.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { Refusal } from '../../refusal.ts';

export default defineCommand({
  summary: 'Ends the conversation with a visitor; what they write next begins another one.',
  pages: 'person',
  body: z.strictObject({ chat: z.string().describe('The chat of the visitor, as chat12') }),
  answer: z.strictObject({ chatId: z.number(), title: z.string(), sessionId: z.number() }),
  run: ({ store, portalId }, { chat: name }, asker) =>
    store.write(async (work) => {
      const dialog = parseDialog(name);
      const chatId = dialog?.kind === 'chat' ? dialog.chatId : 0;
      const view = await findInChat(work, portalId, chatId);
      if (asker.kind === 'person' && !(await conductSession(work, asker.user, chatId)).ok)
        throw new Refusal(
          'visitor_not_in_hand',
          'Only who has a visitor in hand ends the conversation, and it ends once',
        );
      if (!view) throw new Complaint(`"${name}" is no chat of a visitor. It is written like chat12`);
      if (view.session.state === 'closed')
        throw new Refusal('conversation_over', 'That conversation has ended already');
      await finishSession(work, view);
      return { chatId: view.chat.id, title: view.chat.title, sessionId: view.session.id };
    }),
});
