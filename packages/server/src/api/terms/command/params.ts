import { measured, optional, type Possibly, readBy, required, type Values } from '#api/kernel/definition/field.ts';
import { childrenOf, type Within } from '#api/kernel/definition/within.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { CommandChange } from '#domain/command/change-command.ts';
import type { CommandTitle } from '#domain/command/command.ts';
import { NAME_LENGTH, textUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { titleSchema, titlesBy } from '../basic/titles.ts';
import { wire } from '../basic/wire.ts';

const COMMAND = 'What people type behind the slash: Latin letters and digits';
const EVENT_COMMAND_ADD = 'Address that hears of ONIMCOMMANDADD';
const LANG = 'Title and parameter hint per language';
const HIDDEN = 'Y: works, but is not listed';
const EXTRANET_SUPPORT = 'Y: works for extranet people, too';

const name = component(
  'CommandName',
  'Latin letters and digits, with the slash before them or without',
  wire.textOf(NAME_LENGTH).regex(/^\/?[A-Za-z0-9]+$/),
  'echo',
);
const title = component(
  'CommandTitle',
  'What a command is called in a language',
  titleSchema.extend({
    PARAMS: wire.textOf(NAME_LENGTH).optional().describe('Which parameters the command takes'),
  }),
);
const titles = titlesBy(title, ({ PARAMS }): Pick<CommandTitle, 'params'> => ({ params: toText(PARAMS) ?? '' }));

export const newCommandFields = {
  COMMAND: required(COMMAND, measured(textUpTo(NAME_LENGTH), readBy(name, commandName))),
  EVENT_COMMAND_ADD: field.requiredHandlerUrl(EVENT_COMMAND_ADD),
  LANG: required(LANG, titles.some),
  COMMON: field.flag('Y: works in chats where the bot is not a member, too', false),
  HIDDEN: field.flag(HIDDEN, false),
  EXTRANET_SUPPORT: field.flag(EXTRANET_SUPPORT, false),
} as const;

/** What of a command can be changed; each may be left out. */
export const commandChangeFields = {
  COMMAND: optional(COMMAND, measured(textUpTo(NAME_LENGTH), readBy(name, commandName))),
  EVENT_COMMAND_ADD: field.handlerUrl(EVENT_COMMAND_ADD),
  HIDDEN: field.changeFlag(HIDDEN),
  EXTRANET_SUPPORT: field.changeFlag(EXTRANET_SUPPORT),
  LANG: optional(LANG, titles.others),
} as const;

type CommandChangeParams = Values<Within<'FIELDS', typeof commandChangeFields>>;

/** What `imbot.command.update` is given. */
export function toCommandChange(params: Possibly<CommandChangeParams>): CommandChange {
  const { COMMAND, EVENT_COMMAND_ADD, HIDDEN, EXTRANET_SUPPORT, LANG } = childrenOf('FIELDS', params);
  return {
    name: COMMAND,
    handlerUrl: EVENT_COMMAND_ADD,
    isHidden: HIDDEN,
    isExtranet: EXTRANET_SUPPORT,
    titles: LANG,
  };
}

/** Nothing that could change a command was given; what is faulty was. */
export function changesNothing(params: Possibly<CommandChangeParams>, faulty: ReadonlySet<string>): boolean {
  return faulty.size === 0 && Object.values(toCommandChange(params)).every((value) => value === undefined);
}

/** The name of a command that is there: what could be none is simply not found. */
export const calledCommand = optional(
  'Name of the command, with or without its slash',
  measured(textUpTo(NAME_LENGTH), readBy(wire.textOf(NAME_LENGTH), withoutSlash)),
  '',
);

/** Latin letters and digits; a leading slash is dropped (R25). */
function commandName(raw: unknown): string | undefined {
  const name = withoutSlash(raw);
  return /^[A-Za-z0-9]+$/.test(name) ? name : undefined;
}

function withoutSlash(raw: unknown): string {
  return (toText(raw) ?? '').trim().replace(/^\//, '');
}
