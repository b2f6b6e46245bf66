import type { MessageChange } from '../domain/message/edit-message.ts';
import type { MessageParams } from '../domain/message/message.ts';
import type { MessageContent } from '../domain/message/post-message.ts';
import type { Attach } from '../domain/message-parts/attach.ts';
import type { Keyboard } from '../domain/message-parts/keyboard.ts';
import type { Menu } from '../domain/message-parts/menu.ts';
import { toId } from './kernel/read.ts';

interface ContentParams {
  readonly MESSAGE: string;
  readonly ATTACH: Attach[] | null | undefined;
  readonly KEYBOARD: Keyboard | null | undefined;
  readonly MENU: Menu | null | undefined;
  readonly SYSTEM: boolean;
  readonly URL_PREVIEW: boolean;
  readonly SKIP_CONNECTOR?: boolean;
  readonly REPLY_ID?: number | undefined;
}

/** The parameters that make up a message, as the domain takes them. */
export function toContent(params: ContentParams): MessageContent {
  return {
    text: params.MESSAGE,
    params: toMessageParams(params),
    isSystem: params.SYSTEM,
    ...(params.SKIP_CONNECTOR && { skipConnector: true }),
    ...(params.REPLY_ID && { replyToId: params.REPLY_ID }),
  };
}

interface ChangeParams extends Pick<ContentParams, 'ATTACH' | 'KEYBOARD' | 'MENU' | 'SKIP_CONNECTOR'> {
  readonly MESSAGE: string | undefined;
  readonly URL_PREVIEW: boolean | undefined;
  readonly IS_EDITED?: boolean;
}

/** The same of a message that is to be changed; what was not given stays. */
export function toChange({
  MESSAGE,
  ATTACH,
  KEYBOARD,
  MENU,
  URL_PREVIEW,
  IS_EDITED,
  SKIP_CONNECTOR,
}: ChangeParams): MessageChange {
  return {
    text: MESSAGE,
    attach: ATTACH,
    keyboard: KEYBOARD,
    menu: MENU,
    urlPreview: URL_PREVIEW,
    marksEdit: IS_EDITED,
    skipConnector: SKIP_CONNECTOR,
  };
}

/**
 * FROM_USER_ID and TO_USER_ID together name the private chat of two users: DIALOG_ID is not looked at then, and the
 * message is always a line of the system.
 */
export function spreadPair(sent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const to = toId(sent['TO_USER_ID']);
  return to && toId(sent['FROM_USER_ID']) ? { ...sent, DIALOG_ID: to, SYSTEM: 'Y' } : sent;
}

function toMessageParams({ ATTACH, KEYBOARD, MENU, URL_PREVIEW }: ContentParams): MessageParams {
  return {
    ...(ATTACH && { attach: ATTACH }),
    ...(KEYBOARD && { keyboard: KEYBOARD }),
    ...(MENU && { menu: MENU }),
    ...(!URL_PREVIEW && { urlPreview: false }),
  };
}
