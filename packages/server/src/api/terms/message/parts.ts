import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { wire } from '../basic/wire.ts';
import { blockSchema } from './blocks.ts';

/*
 * Forms of what stands in a message beside its text: as bots send it, and as it comes back in a history.
 * https://apidocs.bitrix24.com/api-reference/chats/messages/index.html
 */

const text = z.string();
const colorToken = z.enum(['primary', 'secondary', 'alert', 'base']);
const color = z
  .string()
  .regex(/^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/)
  .meta({ examples: ['#29619b'] });
const context = z.enum(['MOBILE', 'DESKTOP', 'ALL']);
/** An address, or a path from the portal's root. */
const link = z
  .string()
  .regex(/^(?:https?:\/\/[^\s/\\?#]|\/(?![/\\]))/)
  .meta({ examples: ['https://example.com/a.png', '/online/'] });

/** What differs between what is sent and what is told: how numbers and flags may be written. */
interface Scalars<N extends z.ZodType, F extends z.ZodType> {
  readonly id: N;
  readonly count: N;
  readonly flag: F;
}

const sent = { id: wire.id, count: wire.count, flag: wire.flag };
const told = { id: z.number().int(), count: z.number().int(), flag: z.enum(['Y', 'N']) };

function attachSchema<N extends z.ZodType, F extends z.ZodType>({ id, count }: Scalars<N, F>) {
  const blocks = z.array(blockSchema({ id, count, link, color, colorToken })).min(1);
  return z.object({
    ID: count.optional().describe('Not read: the portal counts them itself'),
    COLOR_TOKEN: colorToken.optional().describe('base when left out'),
    COLOR: color.optional().describe('One of the palette when left out'),
    DESCRIPTION: text.optional().describe('Shown where blocks are not, as in a list of chats'),
    BLOCKS: blocks,
  });
}

/** What a press does. */
function actionSchema<N extends z.ZodType>(id: N) {
  return z.object({
    LINK: link.optional(),
    COMMAND: text.min(1).optional().describe('Name of a command of the bot'),
    COMMAND_PARAMS: text.optional(),
    ACTION: z
      .enum(['PUT', 'SEND', 'COPY', 'CALL', 'DIALOG', 'LIVECHAT', 'HELP'])
      .optional()
      .describe('What the client does by itself'),
    ACTION_VALUE: text.min(1).optional().describe('A text, a telephone number or a dialog'),
    APP_ID: id.optional().describe('An application to open'),
    APP_PARAMS: text.optional(),
  });
}

function buttonSchema<N extends z.ZodType, F extends z.ZodType>({ id, flag }: Scalars<N, F>) {
  return actionSchema(id).extend({
    TEXT: text.min(1),
    BLOCK: flag.optional().describe('Y: locked after a press; N when left out'),
    DISABLED: flag.optional().describe('Y: cannot be pressed'),
    CONTEXT: context.optional().describe('Where it is shown; ALL when left out'),
    DISPLAY: z.enum(['LINE', 'BLOCK']).optional().describe('LINE: beside other buttons; BLOCK when left out'),
    WIDTH: id.optional().describe('Pixels'),
    BG_COLOR: color.optional(),
    BG_COLOR_TOKEN: colorToken.optional(),
    TEXT_COLOR: color.optional(),
    OFF_BG_COLOR: color.optional(),
    OFF_TEXT_COLOR: color.optional(),
  });
}

function itemSchema<N extends z.ZodType, F extends z.ZodType>({ id, flag }: Scalars<N, F>) {
  return actionSchema(id).extend({ TEXT: text.min(1), CONTEXT: context.optional(), DISABLED: flag.optional() });
}

/** One that can be sent does something: a press without any effect is refused. */
function withAction<S extends z.ZodRawShape>(schema: z.ZodObject<S & ReturnType<typeof actionSchema>['shape']>) {
  const { LINK, COMMAND, ACTION, ACTION_VALUE, APP_ID } = actionSchema(wire.id).required().shape;
  return [
    schema.extend({ COMMAND }),
    schema.extend({ LINK }),
    schema.extend({ ACTION, ACTION_VALUE }),
    schema.extend({ APP_ID }),
  ] as const;
}

const lineBreak = z.object({ TYPE: z.literal('NEWLINE') }).describe('The buttons behind it start a new line');
const none = z.enum(['N', '']);
const attach = component('Attach', 'Blocks of text, links, images, files under a message', attachSchema(sent));
const button = component(
  'Button',
  'A button, or the end of a line of buttons',
  z.union([lineBreak, ...withAction(buttonSchema(sent))]),
);
const [, ...personButtons] = withAction(buttonSchema(sent));
const personButton = component(
  'PersonButton',
  'A button in the message of a person, or the end of a line of buttons',
  z.union([lineBreak, ...personButtons.map((one) => one.omit({ COMMAND: true, COMMAND_PARAMS: true }))]),
);
const menuItem = component('MenuItem', 'An item of the menu of a message', z.union(withAction(itemSchema(sent))));
const BUTTON = { TEXT: 'Help', COMMAND: 'help' };

/** As they are sent. */
export const requestParts = {
  ATTACH: component(
    'Attachment',
    'One attachment, several, or the blocks of one; N or empty: none',
    z.union([attach, z.array(attach), attach.shape.BLOCKS, none]),
    [{ MESSAGE: 'Text' }],
  ),
  KEYBOARD: component(
    'Keyboard',
    'Buttons, with the bot that their commands are of or without; N or empty: none',
    z.union([z.object({ BOT_ID: wire.id.optional(), BUTTONS: z.array(button).min(1) }), z.array(button), none]),
    { BUTTONS: [BUTTON] },
  ),
  /** Of a person: commands are for the messages of bots. */
  PERSON_KEYBOARD: component(
    'PersonKeyboard',
    'Buttons of a message of a person; N or empty: none',
    z.union([z.object({ BUTTONS: z.array(personButton).min(1) }), z.array(personButton), none]),
    { BUTTONS: [{ TEXT: 'Open', LINK: '/online/' }] },
  ),
  MENU: component(
    'Menu',
    'Items of the menu; N or empty: none',
    z.union([z.object({ ITEMS: z.array(menuItem).min(1) }), z.array(menuItem), none]),
    { ITEMS: [BUTTON] },
  ),
} as const;

const toldAttach = attachSchema(told)
  .required({ COLOR_TOKEN: true, COLOR: true })
  .extend({ ID: told.count.describe('1, 2, 3 ... within the message') });
const toldButton = buttonSchema(told)
  .required({ BLOCK: true, DISABLED: true, DISPLAY: true, CONTEXT: true })
  .extend({ TYPE: z.literal('BUTTON'), BOT_ID: told.id.describe('Whose commands it calls; 0: of no bot') });

/** As they are told. */
export const presentedParts = {
  ATTACH: z.array(component('ToldAttach', 'An attachment as it is shown', toldAttach)),
  KEYBOARD: component(
    'ToldKeyboard',
    'Buttons as they are shown',
    z.object({ BOT_ID: told.id.optional(), BUTTONS: z.array(z.union([lineBreak, toldButton])) }),
  ),
  MENU: component('ToldMenu', 'Items as they are kept', z.object({ ITEMS: z.array(itemSchema(told)) })),
} as const;
