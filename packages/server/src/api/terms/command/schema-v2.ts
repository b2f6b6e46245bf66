import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';

const id = z.number().int();

const commandSchema = component(
  'CommandV2',
  'A command of a bot',
  z.object({
    id,
    botId: id,
    command: z.string().describe('With its slash'),
    common: z.boolean().describe('Works in all chats'),
    hidden: z.boolean().describe('Works, but is not listed'),
    extranetSupport: z.boolean().describe('Works for guests, too'),
  }),
);

export const oneCommandSchema = z.object({ command: commandSchema });

export const commandListSchema = z.object({
  commands: z.array(
    commandSchema.extend({
      id: z.union([id, z.string()]).describe('A text: a command of the portal itself'),
      botId: id.describe('0: of the portal itself'),
      title: z.string(),
      params: z.string().describe('What may be typed behind it'),
      category: z.string().describe('Name of the bot'),
      context: z.string(),
    }),
  ),
});

export const exampleCommand = {
  id: 42,
  botId: 456,
  command: '/help',
  common: false,
  hidden: false,
  extranetSupport: false,
} as const;
