import { ref, watch } from 'vue';
import { useRouter } from 'vue-router';
import { i18n } from '../languages/i18n.ts';
import { session } from '../session.ts';
import { useAppPlaces } from '../stores/app-places.ts';
import { useNotices } from '../stores/notices.ts';
import { askedCommand } from './asked-command.ts';
import { ownCommands } from './commands/own-commands.ts';
import { portalCommands } from './commands/portal-commands.ts';
import { windowCommands } from './commands/window-commands.ts';
import { type Frame, type FrameCommands, type Look, type Opening, UNANSWERED } from './frame.ts';
import { frameAttempts } from './frame-attempts.ts';
import type { FrameHost, FramePage } from './frame-page.ts';

export interface FrameEvents {
  close(): void;
  setTitle(title: string): void;
}

/** Opens an application in a frame, and does what it asks for. */
export function useFrame(opening: Opening, look: Look, isOwnWindow: boolean, events: FrameEvents) {
  const notices = useNotices();
  const places = useAppPlaces();
  const router = useRouter();
  const query = opening.placementId === undefined ? '' : `?placement=${opening.placementId}`;
  const address = (what: string) => `/apps/${opening.applicationId}/${what}${query}`;
  /** What it is called, which the page around it knows where nobody else does. */
  const name = ref(opening.title);
  const lacked = new Set<string>();
  let page: FramePage | undefined;
  let commands: FrameCommands = {};
  let hasSpoken = false;
  const { state, attempt, reload } = frameAttempts(() => {
    page = undefined;
    hasSpoken = false;
  });

  async function askServer(what: 'tokens' | 'begun' | 'installed'): Promise<Record<string, string>> {
    const body = new URLSearchParams({ csrf: session.csrf });
    const response = await fetch(address(what), { method: 'POST', body });
    if (response.status === 403) state.value = 'gone';
    if (!response.ok) throw new Error(`${address(what)} answered ${response.status}`);
    return response.json();
  }
  // Where it is opened has changed: perhaps not here any more.
  watch(
    () => places.changes,
    () => {
      if (state.value === 'open') void askServer('tokens').catch(() => undefined);
    },
  );

  function frameOf(opened: FramePage): Frame {
    return {
      page: opened,
      opening,
      look,
      isOwnWindow,
      router,
      ask: askServer,
      close: events.close,
      setTitle: events.setTitle,
      reload: () => (look === 'page' ? location.reload() : reload()),
      lacks: (what) => {
        if (lacked.has(what) || lacked.size > 4) return;
        lacked.add(what);
        notices.tell('failed', i18n.global.t('frames.lacks', { title: name.value, what: what.slice(0, 60) }));
      },
    };
  }

  const host: FrameHost = {
    open(opened) {
      page = opened;
      const frame = frameOf(opened);
      commands = { ...ownCommands(frame), ...windowCommands(frame), ...portalCommands(frame) };
      if (opening.title === '') {
        name.value = opened.element.title;
        events.setTitle(name.value);
      }
      opened.post(opening.options);
    },
    hear(text) {
      const asked = page && askedCommand(text, page.facts.APP_SID);
      if (!page || !asked || !Object.hasOwn(commands, asked.name)) return;
      hasSpoken = true;
      if (state.value !== 'gone') state.value = 'open';
      void answer(page, asked.key, commands[asked.name]?.(asked.params));
    },
    async loaded() {
      const opened = page;
      const isThere = hasSpoken || (await opened?.reach());
      if (opened === page && state.value !== 'gone') state.value = isThere ? 'open' : 'unreachable';
    },
  };

  /** What fails is not answered: of failures the libraries know nothing. */
  async function answer(to: FramePage, key: string, answered: unknown): Promise<void> {
    const value = await Promise.resolve(answered).catch(() => UNANSWERED);
    if (value === UNANSWERED || to !== page) return;
    to.answer(`${key}:${JSON.stringify(value ?? null)}`);
  }

  /** The page around the application has loaded: one that refuses asks for nothing. */
  function pageLoaded(): void {
    if (!page && state.value !== 'gone') state.value = 'refused';
  }

  return { state, name, attempt, address: address('frame'), host, reload, pageLoaded };
}
