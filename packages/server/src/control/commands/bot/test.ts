import { z } from 'zod';
import { definitionOf } from '#api/terms/event/names.ts';
import type { Bot } from '#domain/bot/bot.ts';
import { type SampledType, type SampleRefusal, sampleEvent } from '#domain/bot/sample-event.ts';
import { Complaint } from '#kit/complaint.ts';
import { defineCommand } from '../../definition.ts';
import { bot, calledBot } from '../../terms/bot.ts';
import { eventCalled, eventSummary, presentSummary } from '../../terms/event.ts';

const TYPES: readonly SampledType[] = [
  'messageAdded',
  'messageChanged',
  'messageDeleted',
  'botJoinedChat',
  'commandInvoked',
  'botDeleted',
];

const REFUSALS: Readonly<Record<SampleRefusal, string>> = {
  no_chat: 'The bot is in no chat yet, and an event tells of one. Write to it first',
  no_command: 'The bot has no command yet: imbot.command.register makes one',
};

export default defineCommand({
  pages: 'administrator',
  summary: 'Sends a bot an event of nothing that happened. It says so in the header X-Botyard-Test.',
  body: z.strictObject({ bot, event: z.string().describe('Its name, e.g. ONIMBOTMESSAGEADD') }),
  answer: z.strictObject({ event: eventSummary }),
  async run(portal, { bot, event: name }) {
    const found = await calledBot(portal, bot);
    const type = typeCalled(found, name);
    const sample = await portal.store.read((work) => sampleEvent(work, found, type));
    if (!sample.ok) throw new Complaint(REFUSALS[sample.reason]);
    const { lane, event } = sample.value;
    const id = await portal.delivery.change(found.receiverId, (write) =>
      write((box) => box.insertTest(found.receiverId, lane, event, { isTest: true }, portal.clock.now())),
    );
    return { event: await presentSummary(portal, await eventCalled(portal, id)) };
  },
});

function typeCalled({ generation }: Bot, name: string): SampledType {
  const heard = TYPES.flatMap((type) => {
    const known = definitionOf(type, generation);
    return known ? [{ type, name: known.name }] : [];
  });
  const found = heard.find((one) => one.name === name.trim().toUpperCase());
  if (found) return found.type;
  throw new Complaint(`A bot hears no event "${name}". It can hear: ${heard.map((one) => one.name).join(', ')}`);
}
