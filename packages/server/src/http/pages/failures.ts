import type { FastifyInstance } from 'fastify';
import { TooManyPasswords } from '#kit/password.ts';
import { StoreUnavailable } from '#storage/session.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';
import { wordingFor } from './texts/texts-for.ts';

/** Seconds. */
const AGAIN_AFTER = 5;

/** Adds routes of pages: what goes wrong there is told on a page, too, and not as a program would want to read it. */
export function pageRoutes(
  server: FastifyInstance,
  onError: (error: unknown) => void,
  add: (pages: FastifyInstance) => void,
): void {
  server.register(async (pages) => {
    pages.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      const { language, texts } = wordingFor(request);
      const isBusy = error instanceof TooManyPasswords || error instanceof StoreUnavailable;
      const status = isBusy ? 503 : (error.statusCode ?? 500);
      if (status >= 500 && !(error instanceof TooManyPasswords)) onError(error);
      if (isBusy) reply.header('retry-after', AGAIN_AFTER);
      const [title, what] =
        status < 500
          ? [texts.unreadable, texts.unreadableText]
          : isBusy
            ? [texts.busy, texts.busyText]
            : [texts.wrong, texts.wrongText];
      return sendPage(reply, {
        title,
        language,
        status,
        body: html`<div class="card"><h1>${title}</h1><p>${what}</p><p><a href="/">${texts.toStart}</a></p></div>`,
      });
    });
    add(pages);
  });
}
