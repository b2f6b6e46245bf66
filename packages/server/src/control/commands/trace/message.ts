import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { labelOf } from '#live/chat-label.ts';
import { nameOf } from '#live/receiver-name.ts';
import { defineCommand } from '../../definition.ts';
import { sightOf } from '../../sight.ts';
import { tracedAct, tracedMessage } from '../../terms/trace.ts';
import { describeAct } from '../../trace/described-act.ts';
import { actsOn } from '../../trace/traced-acts.ts';

export default defineCommand({
  pages: 'person',
  summary:
    'Shows what a message and the presses under it set in motion: events, each try, and the calls that bots made in return.',
  body: z.strictObject({ id: z.number().int().positive().describe('The message') }),
  answer: z.strictObject({
    message: tracedMessage,
    acts: z.array(tracedAct).describe('Oldest first; of a message by a bot also what it answers'),
  }),
  async run(portal, { id }, asker) {
    const sight = await sightOf(portal, asker);
    const { store, portalId } = portal;
    const message = await store.read((work) => work.messages.findMessage(id));
    const chat = message && (await store.read((work) => work.chats.findChat(message.chatId)));
    const acts = message && chat?.portalId === portalId ? await actsOn(portal, sight, message) : [];
    // That a message is there is told to those alone who may read what it says.
    if (!message || !chat || (sight.kind !== 'everything' && acts.length === 0))
      throw new Complaint(`There is no message ${id}, or nothing that you may see of it`);
    const { chatId, authorId, text, createdAt } = message;
    const described = [];
    for (const act of acts) described.push(await describeAct(portal, sight, message, act));
    const told = await store.read(async (work) => ({
      ...(await labelOf(work, chatId)),
      author: await nameOf(work, authorId),
      isByBot: (await work.bots.findBotEver(authorId)) !== undefined,
    }));
    const { label, ...about } = told;
    return { message: { id, chatId, chat: label, authorId, text, at: createdAt, ...about }, acts: described };
  },
});
