import type { FastifyInstance, FastifyRequest } from 'fastify';
import { frameAddress, type OpenedFrom } from '#api/terms/chat-app/frame-address.ts';
import { parseDialog } from '#domain/chat/dialog.ts';
import { openChatApp } from '#domain/chat-app/open-chat-app.ts';
import { titleIn } from '#domain/title-in.ts';
import type { Store } from '#storage/store.ts';
import { sendRefusal } from '../oauth/refusal-page.ts';
import { pageRoutes } from '../pages/failures.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import { wordingFor } from '../pages/texts/texts-for.ts';
import { placeInBrowser } from '../place.ts';
import { findSignedIn, type SignedIn } from '../sign-in/signed-in.ts';
import { FRAME_SCRIPT } from './frame-script.ts';

export interface BotPageOptions {
  readonly store: Store;
  readonly publicUrl: string | undefined;
  readonly onError: (error: unknown) => void;
}

type Request = FastifyRequest<{
  Params: { readonly app: string };
  Querystring: { readonly dialog?: unknown; readonly message?: unknown; readonly params?: unknown };
}>;

const ID = /^[1-9]\d{0,14}$/;
const LONGEST_PARAMS = 10_000;

/** What stands in a frame of ours and has the page of a bot's button in a frame: `IFRAME` of `imbot.app.register`. */
export function botPageRoutes(server: FastifyInstance, options: BotPageOptions): void {
  pageRoutes(server, options.onError, (pages) => {
    pages.get('/bot-pages/:app', async (request: Request, reply) => {
      const signedIn = await findSignedIn(request, options.store);
      const wording = wordingFor(request, signedIn?.user.language);
      const refuse = (refusal: 'signed_out' | 'unknown' | 'same_name') =>
        sendRefusal(reply, { refusal, wording, isFramed: true });
      if (!signedIn) return refuse('signed_out');
      const opened = await openedBy(request, options, signedIn);
      if (!opened) return refuse('unknown');
      const { address, title, load } = opened;
      // A browser that shows it would send it what keeps people signed in here: see sharesName.
      if (address.hostname === placeInBrowser(request, undefined).host) return refuse('same_name');
      return sendPage(reply, {
        title,
        language: wording.language,
        isFramed: true,
        frame: { origin: address.origin, script: FRAME_SCRIPT },
        // The bot's page looks who opens it.
        body: html`<iframe title="${title}" data-address="${address.href}" data-load="${load}" referrerpolicy="origin"
sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"></iframe>`,
      });
    });
  });
}

function openedBy(request: Request, { store, publicUrl }: BotPageOptions, { user, portalId }: SignedIn) {
  const { app } = request.params;
  const from = openedFrom(request.query);
  if (!ID.test(app) || !from) return undefined;
  return store.read(async (work) => {
    const chatApp = await openChatApp(work, user, Number(app));
    const bot = chatApp && (await work.bots.findBot(chatApp.botId));
    const language = user.language || ((await work.portals.findPortal(portalId))?.language ?? '');
    const { origin } = placeInBrowser(request, publicUrl);
    const isChrome = /Chrome\//.test(request.headers['user-agent'] ?? '');
    const address = bot && frameAddress({ chatApp, bot, opener: user, language, origin, isChrome, from });
    if (!address) return undefined;
    const title = titleIn(chatApp.titles, language)?.title || chatApp.code || bot.code;
    return { address, title, load: work.random.hex(32) };
  });
}

function openedFrom({ dialog, message, params = '' }: Request['query']): OpenedFrom | undefined {
  if (typeof dialog !== 'string' || !parseDialog(dialog)) return undefined;
  if (typeof params !== 'string' || params.length > LONGEST_PARAMS) return undefined;
  if (message === undefined) return { dialogId: dialog, messageId: undefined, params };
  return typeof message === 'string' && ID.test(message)
    ? { dialogId: dialog, messageId: Number(message), params }
    : undefined;
}
