import { frameAttempts } from '../../frames/frame-attempts.ts';

/** What the page of a bot asks for: https://apidocs.bitrix24.com/api-reference/chats/outdated/iframe.html. */
export interface Asked {
  readonly action?: unknown;
  readonly message?: unknown;
  readonly number?: unknown;
  readonly code?: unknown;
}

/** What the page between ours and that of a bot tells; it looks for this at the element of the frame that it is in: packages/server/src/http/bot-page/frame-script.ts. */
interface Host {
  begun(): void;
  loaded(isThere: boolean): void;
  hear(asked: Asked): void;
}

type HostElement = HTMLIFrameElement & { host?: Host };

/** Opens the page of a bot in a frame, and hears what it asks for. */
export function useBotPageFrame(hear: (asked: Asked) => void) {
  let hasBegun = false;
  const { state, attempt, reload } = frameAttempts(() => {
    hasBegun = false;
  });

  const host: Host = {
    begun() {
      hasBegun = true;
    },
    loaded(isThere) {
      state.value = isThere ? 'open' : 'unreachable';
    },
    hear,
  };

  /** Before the page in it runs: it looks for it at once. */
  function attach(element: unknown): void {
    if (element) (element as HostElement).host = host;
  }

  /** The page around it has loaded: one that refuses has no script. */
  function pageLoaded(): void {
    if (!hasBegun) state.value = 'refused';
  }

  return { state, attempt, attach, reload, pageLoaded };
}
