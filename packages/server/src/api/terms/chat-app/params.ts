import { z } from 'zod';
import { measured, optional, type Possibly, readBy, readWith, type Values } from '#api/kernel/definition/field.ts';
import { childrenOf, type Within } from '#api/kernel/definition/within.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toInteger, toObject, toText } from '#api/kernel/wire/read.ts';
import { sentAs } from '#api/kernel/wire/sent-as.ts';
import type { ChatAppChange } from '#domain/chat-app/change-chat-app.ts';
import {
  type ChatAppContext,
  type ChatAppTitle,
  type JsMethod,
  LEAST_HEIGHT,
  LEAST_WIDTH,
} from '#domain/chat-app/chat-app.ts';
import { handlerUrlFault } from '#domain/handler-url.ts';
import type { ImageDraft } from '#domain/image.ts';
import { NAME_LENGTH, TEXT_LENGTH, textUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { parseImage } from '../basic/image.ts';
import { titleSchema, titlesBy } from '../basic/titles.ts';
import { wire } from '../basic/wire.ts';

/** A word of the page for each of ours. */
type Words<W extends string> = Readonly<Record<Uppercase<W>, W>>;

const METHODS = { PUT: 'put', SEND: 'send', CALL: 'call', SUPPORT: 'support' } as const satisfies Words<JsMethod>;
const CONTEXTS = {
  ALL: 'all',
  USER: 'user',
  CHAT: 'chat',
  BOT: 'bot',
  LINES: 'lines',
  CALL: 'call',
} as const satisfies Words<ChatAppContext>;
const MOST_PIXELS = 10_000;
const FOR_ADMINS = /-admin$/i;

const title = component(
  'ChatAppTitle',
  'What a button is called in a language',
  titleSchema.extend({
    DESCRIPTION: wire.textOf(NAME_LENGTH).optional().describe('What it does'),
    COPYRIGHT: wire.textOf(NAME_LENGTH).optional().describe('Whose it is'),
  }),
);
const titles = titlesBy(
  title,
  ({ DESCRIPTION, COPYRIGHT }): Omit<ChatAppTitle, 'language' | 'title'> => ({
    description: toText(DESCRIPTION) ?? '',
    copyright: toText(COPYRIGHT) ?? '',
  }),
);

const method = readBy(z.enum(Object.keys(METHODS) as [Uppercase<JsMethod>]), (raw) =>
  ours(METHODS, toText(raw)?.trim() ?? ''),
);

function ours<M extends Readonly<Record<string, string>>>(words: M, sent: string): M[keyof M] | undefined {
  const word = sent.toUpperCase();
  return Object.hasOwn(words, word) ? words[word as keyof M] : undefined;
}

const context = readBy(
  z.enum(Object.keys(CONTEXTS).flatMap((one) => [one, `${one}-admin`])),
  (raw): Pick<ChatAppChange, 'context' | 'isForAdmins'> | undefined => {
    const sent = toText(raw)?.trim() ?? '';
    const found = ours(CONTEXTS, sent.replace(FOR_ADMINS, ''));
    return found && { context: found, isForAdmins: FOR_ADMINS.test(sent) };
  },
);

const frame = readBy(wire.handlerUrl, (raw) => {
  const url = toText(raw) ?? '';
  return /^https:/i.test(url) && handlerUrlFault(url) === undefined ? url : undefined;
});

const pixels = (least: number) =>
  readBy(z.number().int().min(least).max(MOST_PIXELS), (raw) => {
    const count = toInteger(raw) ?? 0;
    return count >= least && count <= MOST_PIXELS ? count : undefined;
  });

/** What is no picture is left out: the page's own example is none. */
const icon = readWith<ImageDraft | undefined>(wire.base64, (raw) => {
  const parsed = parseImage(raw);
  if (parsed.ok) return parsed;
  return { ok: true, value: undefined, ...(parsed.dropped && { dropped: parsed.dropped }) };
});

const EXTRANET_SUPPORT = 'Y: for extranet people, too';
const common = {
  JS_METHOD: optional('What a press does on the client’s side', method),
  JS_PARAM: optional(
    'With what: a command, a telephone number, the code of an open channel',
    measured(textUpTo(TEXT_LENGTH), readBy(wire.textOf(TEXT_LENGTH), toText)),
  ),
  IFRAME: optional('HTTPS address of a page that a press opens, where there is no JS_METHOD', frame),
  IFRAME_WIDTH: optional(`Width of the page in pixels, at least ${LEAST_WIDTH}`, pixels(LEAST_WIDTH)),
  IFRAME_HEIGHT: optional(`Height of the page in pixels, at least ${LEAST_HEIGHT}`, pixels(LEAST_HEIGHT)),
  HASH: field.optionalText('What the program knows calls of its page by'),
  ICON_FILE: optional('Picture of the button in Base64', icon),
  CONTEXT: optional('In which chats it is there; with -admin, for administrators alone', context),
} as const;

export const newChatAppFields = {
  CODE: field.optionalText('Code of the button, unique for the bot'),
  ...common,
  HIDDEN: field.flag('Y: only buttons of messages open it', false),
  EXTRANET_SUPPORT: field.flag(EXTRANET_SUPPORT, false),
  LIVECHAT_SUPPORT: field.flag('Y: for clients of open channels, too', false),
  IFRAME_POPUP: field.flag('Y: its frame stays open when people turn to another chat', false),
  LANG: optional('Title, description and copyright per language', titles.others),
} as const;

/** What of a button can be changed; each may be left out. */
export const chatAppChangeFields = {
  ...common,
  HIDDEN: field.changeFlag(newChatAppFields.HIDDEN.description),
  EXTRANET_SUPPORT: field.changeFlag(EXTRANET_SUPPORT),
  LIVECHAT_SUPPORT: field.changeFlag(newChatAppFields.LIVECHAT_SUPPORT.description),
  IFRAME_POPUP: field.changeFlag(newChatAppFields.IFRAME_POPUP.description),
  LANG: optional(newChatAppFields.LANG.description, titles.others),
} as const;

/** What stands beside FIELDS is within them, too (G57). */
export function flatOrWithin(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const flat = Object.keys(chatAppChangeFields).flatMap((name) => {
    const value = sentAs(name, sent);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (flat.length === 0) return sent;
  return { ...sent, FIELDS: { ...Object.fromEntries(flat), ...toObject(sentAs('FIELDS', sent)) } };
}

/** What it does, of both generations of parameters. */
export function toOpens({
  JS_METHOD,
  JS_PARAM,
  IFRAME,
  IFRAME_WIDTH,
  IFRAME_HEIGHT,
  HASH,
}: Possibly<Values<typeof common>>): ChatAppChange['opens'] {
  return {
    method: JS_METHOD,
    param: JS_PARAM,
    url: IFRAME,
    width: IFRAME_WIDTH,
    height: IFRAME_HEIGHT,
    hash: HASH,
  };
}

type ChangeParams = Possibly<Values<Within<'FIELDS', typeof chatAppChangeFields>>>;

/** What `imbot.app.update` is given. */
export function toChatAppChange(params: ChangeParams): ChatAppChange {
  const given = childrenOf('FIELDS', params);
  return {
    opens: toOpens(given),
    icon: given.ICON_FILE,
    ...given.CONTEXT,
    isHidden: given.HIDDEN,
    isExtranet: given.EXTRANET_SUPPORT,
    isLivechat: given.LIVECHAT_SUPPORT,
    isPopup: given.IFRAME_POPUP,
    titles: given.LANG,
  };
}

/** Nothing that could change a button was given; what is faulty was. */
export function changesNothing(params: ChangeParams, faulty: ReadonlySet<string>): boolean {
  return faulty.size === 0 && Object.values(childrenOf('FIELDS', params)).every((value) => value === undefined);
}
