import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from './html.ts';
import { sendPage } from './page.ts';
import { wordingFor } from './texts/texts-for.ts';

const FOR_PROGRAMS = { error: 'NOT_FOUND', error_description: 'There is nothing at this address' };

/** At an address that there is not: a page for somebody who typed it, an answer in the shape of our errors for programs. */
export function sendNothingHere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!/\btext\/html\b/.test(request.headers.accept ?? '')) return reply.code(404).send(FOR_PROGRAMS);
  const { language, texts } = wordingFor(request);
  return sendPage(reply, {
    title: texts.nothingHere,
    language,
    status: 404,
    body: html`<div class="card"><h1>${texts.nothingHere}</h1><p><a href="/">${texts.toStart}</a></p></div>`,
  });
}
