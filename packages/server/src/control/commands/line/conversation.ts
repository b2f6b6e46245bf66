import { z } from 'zod';
import { viewSession } from '#domain/line/conduct-session.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

export default defineCommand({
  summary: 'Says who has a visitor in hand, and what the person may do about that.',
  pages: 'person',
  body: z.strictObject({ as: person, chat: z.number().int().describe('Id of the chat of the visitor') }),
  answer: z.strictObject({
    line: z.string().describe('Where the visitor came in'),
    state: z
      .enum(['bot', 'queue', 'operator', 'closed'])
      .describe('Who is to answer: a bot, whoever was asked and takes them first, or who took them'),
    operatorId: z.number().describe('Who has them in hand, or is alone asked to take them; 0: nobody'),
    isAsked: z.boolean().describe('The person was asked to take them'),
    mayTake: z.boolean(),
    maySkip: z.boolean().describe('Somebody else of the queue can be asked instead'),
    mayConduct: z.boolean().describe('The person may end the conversation, and pass it to somebody'),
  }),
  run: ({ store, portalId }, { as, chat }) =>
    store.read(async (work) => {
      const user = await personCalled(work, portalId, as);
      const view = await viewSession(work, user, chat);
      if (!view.ok) throw new Complaint('There is no conversation with a visitor that this person is in');
      const { line, session, acts } = view.value;
      const { state, operatorId, askedIds } = session;
      return { line: line.name, state, operatorId, isAsked: askedIds.includes(user.id), ...acts };
    }),
});
