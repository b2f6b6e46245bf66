import { createHash } from 'node:crypto';
import type { Bot } from '#domain/bot/bot.ts';
import type { ChatApp } from '#domain/chat-app/chat-app.ts';
import type { User } from '#domain/user/user.ts';

/** From where the page of a button is opened. */
export interface OpenedFrom {
  readonly dialogId: string;
  /** The message whose button or menu it is opened from; undefined: it stands beside the field. */
  readonly messageId: number | undefined;
  /** `APP_PARAMS` of that button. */
  readonly params: string;
}

interface Opening {
  readonly chatApp: ChatApp;
  readonly bot: Bot;
  readonly opener: User;
  readonly language: string;
  /** Where the page is that it is opened in: what a browser gives as its REFERER. */
  readonly origin: string;
  readonly isChrome: boolean;
  readonly from: OpenedFrom;
}

/**
 * The address of a bot's page with all that it is told, undefined where a press does something else:
 * https://apidocs.bitrix24.com/api-reference/chats/outdated/iframe.html. `DIALOG_CONTEXT` and `DIALOG_ENTITY_*` are not
 * told there either.
 */
export function frameAddress({ chatApp, bot, opener, language, origin, isChrome, from }: Opening): URL | undefined {
  const { id, code, opens } = chatApp;
  if (opens.kind !== 'iframe') return undefined;
  const signed = (text: string | number) => createHash('md5').update(`${text}${opens.hash}`).digest('hex');
  const told = {
    BOT_ID: bot.id,
    BOT_CODE: bot.code,
    APP_ID: id,
    APP_CODE: code,
    DOMAIN: origin,
    // Of the name alone, as the page's example takes it apart.
    DOMAIN_HASH: signed(new URL(origin).hostname),
    USER_ID: opener.id,
    USER_HASH: signed(opener.id),
    DIALOG_ID: from.dialogId,
    CONTEXT: from.messageId === undefined ? 'textarea' : 'button',
    LANG: language,
    IS_CHROME: isChrome ? 'Y' : 'N',
    ...(from.messageId !== undefined && { MESSAGE_ID: from.messageId, BUTTON_PARAMS: from.params }),
  };
  const address = new URL(opens.url);
  for (const [name, value] of Object.entries(told)) address.searchParams.set(name, String(value));
  return address;
}
