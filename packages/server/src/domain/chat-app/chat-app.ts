/** A button of a bot beside the field in which people write. */
export interface ChatApp {
  readonly id: number;
  readonly portalId: number;
  readonly botId: number;
  readonly code: string;
  readonly opens: ChatAppAction;
  /** File name of its picture; empty: it has none. */
  readonly icon: string;
  /** In which chats it is there. */
  readonly context: ChatAppContext;
  /** There only for administrators. */
  readonly isForAdmins: boolean;
  /** Not there by itself: only buttons of messages open it. */
  readonly isHidden: boolean;
  /** There for extranet people, too. */
  readonly isExtranet: boolean;
  /** There for clients in open channels, too. */
  readonly isLivechat: boolean;
  /** Its frame stays open when people turn to another chat. */
  readonly isPopup: boolean;
  readonly titles: readonly ChatAppTitle[];
}

/** What a press does: something on the client's side, or a page of the program in a frame. */
export type ChatAppAction =
  | { readonly kind: 'js'; readonly method: JsMethod; readonly param: string }
  | {
      readonly kind: 'iframe';
      readonly url: string;
      /** Pixels; 0: as much as there is. */
      readonly width: number;
      readonly height: number;
      /** What the program knows calls of its page by. */
      readonly hash: string;
    };

/** Writes a command into the field, sends it, calls a number, opens the chat of support. */
export type JsMethod = 'put' | 'send' | 'call' | 'support';

export type ChatAppContext = 'all' | 'user' | 'chat' | 'bot' | 'lines' | 'call';

export interface ChatAppTitle {
  /** Lower case. */
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly copyright: string;
}

export type ChatAppDraft = Omit<ChatApp, 'id'>;

const SHAPES: Readonly<Record<JsMethod, RegExp>> = {
  put: /^[a-z0-9 \-+_/]+$/i,
  send: /^[a-z0-9 \-+_/]+$/i,
  call: /\S/,
  support: /^\S{32}$/,
};

/** Whether that can be done with it: a command, a telephone number, the code of an open channel. */
export function fitsJsMethod(method: JsMethod, param: string): boolean {
  return SHAPES[method].test(param);
}

/** Pixels, at least. */
export const LEAST_WIDTH = 250;
export const LEAST_HEIGHT = 50;
