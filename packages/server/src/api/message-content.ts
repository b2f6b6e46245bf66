import type { MessageParams } from '../domain/message/message.ts';
import type { Attach } from '../domain/message-parts/attach.ts';
import type { Keyboard } from '../domain/message-parts/keyboard.ts';
import type { Menu } from '../domain/message-parts/menu.ts';
import type { MessageContent } from '../domain/message/post-message.ts';

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

function toMessageParams({ ATTACH, KEYBOARD, MENU, URL_PREVIEW }: ContentParams): MessageParams {
  return {
    ...(ATTACH && { attach: ATTACH }),
    ...(KEYBOARD && { keyboard: KEYBOARD }),
    ...(MENU && { menu: MENU }),
    ...(!URL_PREVIEW && { urlPreview: false }),
  };
}
