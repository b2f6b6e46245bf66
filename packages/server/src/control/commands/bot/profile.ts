import { z } from 'zod';
import { accessDialog } from '#domain/chat/access-chat.ts';
import { listCommands } from '#domain/command/list-commands.ts';
import { canSee } from '#domain/user/access-user.ts';
import { fullName, type User } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

/** Lines of the private chat that are looked through for answers, and answers that are told. */
const LOOKED_THROUGH = 50;
const TOLD = 3;

export default defineCommand({
  summary: 'Tells a person about a bot: who made it, what it can be asked for, and what it last said to them.',
  pages: 'person',
  body: z.strictObject({ as: person, bot: z.number().int() }),
  answer: z.strictObject({
    registeredBy: z
      .strictObject({ id: z.number(), name: z.string() })
      .nullable()
      .describe('null: nobody known, or nobody whom they see'),
    commands: z.array(z.strictObject({ name: z.string(), title: z.string(), params: z.string() })),
    answers: z.array(z.strictObject({ id: z.number(), at: z.number(), text: z.string() })).describe('Newest first'),
  }),
  run: ({ store, portalId }, { as, bot: id }) =>
    store.read(async (work) => {
      const asker = await personCalled(work, portalId, as);
      const bot = await work.bots.findBot(id);
      if (bot?.portalId !== portalId) throw new Complaint('There is no such bot');
      const maker = bot.registeredBy > 0 ? await work.users.findUser(bot.registeredBy) : undefined;
      const listed = await listCommands(work, asker, { kind: 'user', userId: id });
      const own = listed.ok ? listed.value.filter(({ botId }) => botId === id) : [];
      return {
        registeredBy: maker && (await canSee(work, asker, maker)) ? { id: maker.id, name: fullName(maker) } : null,
        commands: own.map(({ name, title, params }) => ({ name, title, params })),
        answers: await answersOf(work, asker, id),
      };
    }),
});

async function answersOf(work: Reading, asker: User, botId: number) {
  const view = await accessDialog(work, asker, { kind: 'user', userId: botId });
  if (!view.ok) return [];
  const { chat, member } = view.value;
  const newest = await work.messages.listNewest(chat.id, member?.historyAfter ?? 0, LOOKED_THROUGH);
  return newest
    .filter(({ authorId, isSystem, params }) => authorId === botId && !isSystem && params.isDeleted !== true)
    .sort((one, other) => other.id - one.id)
    .slice(0, TOLD)
    .map(({ id, createdAt, text }) => ({ id, at: createdAt, text }));
}
