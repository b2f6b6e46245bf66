import { z } from 'zod';
import { createChat } from '#domain/chat/create-chat.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { botCalled } from '../../terms/bot.ts';
import { listChat, listedChat } from '../../terms/listed-chat.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Makes a group chat of a person, with others and bots in it.',
  body: z.strictObject({
    as: person.describe('Whose chat it is: id, name, full name or e-mail address'),
    title: z.string().trim().min(1, 'a chat needs a title').max(255),
    with: z.array(person.describe('A person or a bot: id, name, code')).max(200).default([]),
    isOpen: z.boolean().describe('Everybody but guests may look into it').default(false),
  }),
  answer: listedChat,
  run: ({ store, portalId }, { as, title, with: others, isOpen }) =>
    store.write(async (work) => {
      const owner = await personCalled(work, portalId, as);
      const memberIds = [];
      for (const name of others) memberIds.push(await memberCalled(name));
      const chat = await createChat(work, owner, {
        type: isOpen ? 'open' : 'group',
        title,
        description: '',
        color: '',
        entity: { type: '', id: '' },
        memberIds,
        firstMessage: '',
      });
      return listChat(work, chat);

      async function memberCalled(name: string): Promise<number> {
        try {
          return (await personCalled(work, portalId, name)).id;
        } catch (nobody) {
          if (!(nobody instanceof Complaint)) throw nobody;
          return (await botCalled(work, portalId, name)).id;
        }
      }
    }),
});
