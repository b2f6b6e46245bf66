import { z } from 'zod';
import { fullName } from '#domain/user/user.ts';
import { defineCommand } from '../../definition.ts';
import { chatCalled, listChat, listedChat } from '../../terms/listed-chat.ts';
import { dialog, person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Shows a chat with its newest messages, as a person sees it.',
  body: z.strictObject({
    as: person,
    chat: dialog,
    messages: z.number().int().min(0).max(200).describe('How many of the newest').default(10),
  }),
  answer: listedChat.extend({
    description: z.string(),
    owner: z.string().describe('Empty: nobody who is known'),
    messages: z
      .array(z.strictObject({ id: z.number(), at: z.number(), author: z.string(), text: z.string() }))
      .describe('Oldest first; the author of a line of the portal itself is empty'),
  }),
  run: ({ store, portalId }, { as, chat: name, messages: count }) =>
    store.read(async (work) => {
      const person = await personCalled(work, portalId, as);
      const chat = await chatCalled(work, person, name);
      const historyAfter = (await work.members.findMember(chat.id, person.id))?.historyAfter ?? 0;
      const newest = count === 0 ? [] : await work.messages.listNewest(chat.id, historyAfter, count);
      const authors = new Map(
        (await work.users.findUsers(newest.map(({ authorId }) => authorId))).map((user) => [user.id, fullName(user)]),
      );
      const owner = await work.users.findUser(chat.ownerId);
      return {
        ...(await listChat(work, chat)),
        description: chat.description,
        owner: owner ? fullName(owner) : '',
        messages: newest
          .map(({ id, createdAt, authorId, text }) => ({
            id,
            at: createdAt,
            author: authors.get(authorId) ?? '',
            text,
          }))
          .sort((one, other) => one.id - other.id),
      };
    }),
});
