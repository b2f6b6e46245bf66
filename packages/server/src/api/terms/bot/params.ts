import { type Field, idOf, isAbsent, type Possibly, unless, type Values } from '#api/kernel/definition/field.ts';
import { childrenOf, type Within, within } from '#api/kernel/definition/within.ts';
import { toObject } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import type { BotHandlers } from '#domain/application/bind-handlers.ts';
import { type BotType, FIRST_GENERATION } from '#domain/bot/bot.ts';
import type { BotChange } from '#domain/bot/change-bot.ts';
import type { NewBot } from '#domain/bot/register-bot.ts';
import { field } from '../basic/fields.ts';
import { EMPTY_PROFILE, profileFields, toProfile } from './profile.ts';

/** The addresses a bot hears of its events at; each may be left out. */
const handlerFields = {
  EVENT_HANDLER: field.commonHandlerUrl('One address for all events: it takes the place of each of the others'),
  EVENT_MESSAGE_ADD: field.handlerUrl('Address that hears of ONIMBOTMESSAGEADD'),
  EVENT_MESSAGE_UPDATE: field.handlerUrl('Address that hears of ONIMBOTMESSAGEUPDATE'),
  EVENT_MESSAGE_DELETE: field.handlerUrl('Address that hears of ONIMBOTMESSAGEDELETE'),
  EVENT_WELCOME_MESSAGE: field.handlerUrl('Address that hears of ONIMBOTJOINCHAT'),
  EVENT_BOT_DELETE: field.handlerUrl('Address that hears of ONIMBOTDELETE'),
} as const;

const needed = ({ description }: Field<unknown>) => unless(['EVENT_HANDLER'], field.requiredHandlerUrl(description));

export const newBotFields = {
  CODE: idOf('code', field.requiredText('Code of the bot, unique within the portal')),
  TYPE: field.choice(
    'B hears what is addressed to it, H types first, S hears everything, O serves open channels',
    ['B', 'O', 'H', 'S'],
    'B',
  ),
  OPENLINE: field.flag('Y: works in open channels; always so for TYPE=O', false),
  ...handlerFields,
  EVENT_MESSAGE_ADD: needed(handlerFields.EVENT_MESSAGE_ADD),
  EVENT_WELCOME_MESSAGE: needed(handlerFields.EVENT_WELCOME_MESSAGE),
  EVENT_BOT_DELETE: needed(handlerFields.EVENT_BOT_DELETE),
  ...within('PROPERTIES', profileFields),
} as const;

/** What of a bot can be changed; each may be left out. */
export const botChangeFields = {
  CODE: idOf('code', field.text('New code of the bot, unique within the portal')),
  ...handlerFields,
  ...within('PROPERTIES', profileFields),
} as const;

/** The event that each address hears of. */
const HANDLED = {
  EVENT_MESSAGE_ADD: 'messageAdded',
  EVENT_MESSAGE_UPDATE: 'messageChanged',
  EVENT_MESSAGE_DELETE: 'messageDeleted',
  EVENT_WELCOME_MESSAGE: 'botJoinedChat',
  EVENT_BOT_DELETE: 'botDeleted',
} as const;

type HandlerParams = { readonly [K in keyof typeof HANDLED]: string | undefined };

/** EVENT_HANDLER stands for all of them; what it is given for, it replaces. */
export function spreadEventHandler(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const url = sentAs('EVENT_HANDLER', sent);
  if (isAbsent(url)) return sent;
  return { ...sent, ...Object.fromEntries(Object.keys(HANDLED).map((name) => [name, url])) };
}

/** The same within FIELDS. */
export function spreadEventHandlerInFields(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = toObject(sentAs('FIELDS', sent));
  return fields ? { ...sent, FIELDS: spreadEventHandler(fields) } : sent;
}

function toHandlers(params: HandlerParams): BotHandlers {
  const given = (Object.keys(HANDLED) as (keyof HandlerParams)[]).flatMap((name) =>
    params[name] === undefined ? [] : [[HANDLED[name], params[name]]],
  );
  return Object.fromEntries(given) as BotHandlers;
}

const TYPES = { B: 'bot', O: 'openline', H: 'human', S: 'supervisor' } as const satisfies Record<string, BotType>;

/** What `imbot.register` is given. */
export function toNewBot(params: Values<typeof newBotFields>, personId: number): NewBot {
  return {
    ...FIRST_GENERATION,
    registeredBy: personId,
    generation: 'v1',
    code: params.CODE,
    type: TYPES[params.TYPE],
    isOpenline: params.OPENLINE || params.TYPE === 'O',
    isHidden: false,
    handlers: toHandlers(params),
    profile: { ...EMPTY_PROFILE, ...toProfile(childrenOf('PROPERTIES', params)) },
  };
}

export function isNameless(params: Possibly<Values<typeof newBotFields>>): boolean {
  return !params['PROPERTIES.NAME'] && !params['PROPERTIES.LAST_NAME'];
}

type BotChangeParams = Values<Within<'FIELDS', typeof botChangeFields>>;

/** What `imbot.update` is given; an empty code is none. */
export function toBotChange(params: Possibly<BotChangeParams>): BotChange {
  const fields = childrenOf('FIELDS', params);
  const { CODE: code } = fields;
  return { ...(code && { code }), handlers: toHandlers(fields), profile: toProfile(childrenOf('PROPERTIES', fields)) };
}

export function takesNameAway(params: Possibly<BotChangeParams>): boolean {
  return params['FIELDS.PROPERTIES.NAME'] === '' && params['FIELDS.PROPERTIES.LAST_NAME'] === '';
}

/** Nothing that could change a bot was given; what is faulty was. */
export function changesNothing(params: Possibly<BotChangeParams>, faulty: ReadonlySet<string>): boolean {
  const { code, handlers, profile } = toBotChange(params);
  return faulty.size === 0 && !code && Object.keys(handlers).length === 0 && Object.keys(profile).length === 0;
}
