import type { FastifyInstance } from 'fastify';
import { TooManyPasswords } from '#kit/password.ts';
import { StoreUnavailable } from '#storage/session.ts';
import { html } from './html.ts';
import { sendPage } from './page.ts';

/** Seconds. */
const AGAIN_AFTER = 5;

/** Adds routes of pages: what goes wrong there is told on a page, too, and not as a program would want to read it. */
export function pageRoutes(
  server: FastifyInstance,
  onError: (error: unknown) => void,
  add: (pages: FastifyInstance) => void,
): void {
  server.register(async (pages) => {
    pages.setErrorHandler((error: { statusCode?: number }, _, reply) => {
      const isBusy = error instanceof TooManyPasswords || error instanceof StoreUnavailable;
      const status = isBusy ? 503 : (error.statusCode ?? 500);
      if (status >= 500 && !(error instanceof TooManyPasswords)) onError(error);
      if (isBusy) reply.header('retry-after', AGAIN_AFTER);
      const [title, what] =
        status < 500
          ? ['This cannot be read', 'What was sent is not what a form of ours sends. Please go back and try again.']
          : isBusy
            ? ['Too busy', 'This cannot be done right now. Please go back and try again in a moment.']
            : ['This went wrong', 'It is not your fault. Whoever runs the portal finds it in its log.'];
      return sendPage(reply, {
        title,
        status,
        body: html`<div class="card"><h1>${title}</h1><p>${what}</p><p><a href="/">To the start page</a></p></div>`,
      });
    });
    add(pages);
  });
}
