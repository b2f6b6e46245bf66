import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Line } from '#domain/line/line.ts';
import { pressAsVisitor } from '#domain/line/press-as-visitor.ts';
import { findVisit, writeAsVisitor } from '#domain/line/write-as-visitor.ts';
import type { Clock } from '#kit/clock.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import { StoreUnavailable } from '#storage/session.ts';
import type { Store } from '#storage/store.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { pageRoutes } from '../pages/failures.ts';
import { type PlaceOptions, placeOf } from '../place.ts';
import { awaitConversation } from './await-conversation.ts';
import { VisitorLimits } from './limits.ts';
import { sendChatPage } from './page.ts';
import { readPress, readWritten, SENT_LIMIT, tokenOf } from './sent.ts';
import { Watchers } from './watchers.ts';
import { widgetScript } from './widget.ts';

export interface LiveChatOptions extends PlaceOptions {
  readonly store: Store;
  readonly hub: Pick<Hub<Happening>, 'subscribe'>;
  readonly clock: Clock;
  /** Told of what is nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}

type Request = FastifyRequest<{ Params: { code: string }; Querystring: Readonly<Record<string, unknown>> }>;

/** Seconds. */
const AGAIN_AFTER = 5;

/** The page of a line, the button that puts it into pages of other sites, and what the page asks and sends. */
export function liveChatRoutes(server: FastifyInstance, options: LiveChatOptions): void {
  const { store, hub, clock, onError } = options;
  const watchers = new Watchers(hub);
  const limits = new VisitorLimits(clock);
  // They wait for something to happen, and the server waits for every answer when it stops.
  server.addHook('preClose', async () => watchers.close());

  pageRoutes(server, onError, (pages) => {
    pages.get('/livechat/:code', async (request: Request, reply) => {
      const line = await store.read((work) => lineOf(work, request, options));
      return line ? sendChatPage(reply, line) : reply.callNotFound();
    });
  });

  server.get('/livechat/:code/widget.js', async (request: Request, reply) => {
    const line = await store.read((work) => lineOf(work, request, options));
    if (!line) return reply.callNotFound();
    return reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', 'public, max-age=300')
      .send(widgetScript(line));
  });

  server.register(async (calls) => {
    calls.setErrorHandler((error: Error & { statusCode?: number }, _, reply) => {
      if (error instanceof StoreUnavailable) return tooBusy(reply, 503, 'OVERLOAD_LIMIT', 'The portal is busy');
      const status = error.statusCode ?? 500;
      if (status >= 500) onError(error);
      return status >= 500
        ? refuse(reply, 500, 'INTERNAL_SERVER_ERROR', 'This went wrong')
        : refuse(reply, status, 'INVALID_REQUEST', error.message);
    });
    calls.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'));

    calls.get('/livechat/:code/conversation', { exposeHeadRoute: false }, async (request: Request, reply) => {
      const token = tokenOf(request);
      if (token === undefined) return noToken(reply);
      if (!limits.mayLook(token)) return tooMuch(reply);
      const line = await store.read((work) => lineOf(work, request, options));
      if (!line) return reply.callNotFound();
      return awaitConversation({ store, watchers, line, token }, request.query, reply.raw);
    });

    calls.post('/livechat/:code/messages', { bodyLimit: SENT_LIMIT }, async (request: Request, reply) => {
      const token = tokenOf(request);
      if (token === undefined) return noToken(reply);
      const written = readWritten(request.body);
      if (typeof written === 'string') return refuse(reply, 400, 'INVALID_REQUEST', written);
      const { line, isNew } = await store.read(async (work) => {
        const line = await lineOf(work, request, options);
        return { line, isNew: line !== undefined && (await findVisit(work, line, token)) === undefined };
      });
      if (!line) return reply.callNotFound();
      if (!limits.mayWrite(token, request.ip) || (isNew && !limits.mayBegin(request.ip))) return tooMuch(reply);
      const sent = await store.write((work) => writeAsVisitor(work, line, token, written));
      if (!sent.ok) return refuse(reply, 403, 'LINE_CLOSED', 'Nobody can be reached here at the moment');
      const { id, createdAt, text } = sent.value;
      return reply
        .code(201)
        .send({ line: { id, by: 'visitor', name: '', at: createdAt, text, key: written.key, buttons: [] } });
    });

    calls.post('/livechat/:code/presses', { bodyLimit: SENT_LIMIT }, async (request: Request, reply) => {
      const token = tokenOf(request);
      if (token === undefined) return noToken(reply);
      const press = readPress(request.body);
      if (!press) return refuse(reply, 400, 'INVALID_REQUEST', 'The numbers of a message and of its button are needed');
      if (!limits.mayWrite(token, request.ip)) return tooMuch(reply);
      const pressed = await store.write(async (work) => {
        const line = await lineOf(work, request, options);
        const visit = line && (await findVisit(work, line, token));
        return visit ? pressAsVisitor(work, visit, press.message, press.button) : undefined;
      });
      if (!pressed) return reply.callNotFound();
      return pressed.ok
        ? { pressed: true }
        : refuse(reply, 409, 'BUTTON_GONE', 'The button does nothing that a visitor may do');
    });
  });
}

/** Of the portal that the request came to. */
async function lineOf(work: Reading, request: Request, options: LiveChatOptions): Promise<Line | undefined> {
  const { code } = request.params;
  // Codes of earlier versions are shorter.
  if (!/^[0-9a-f]{24,32}$/.test(code)) return undefined;
  const portal = await work.portals.findByHost(placeOf(request, options).host);
  return portal && work.lines.findByCode(portal.id, code);
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ error: code, error_description: message });
}

function tooBusy(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return refuse(reply.header('retry-after', AGAIN_AFTER), status, code, message);
}

function tooMuch(reply: FastifyReply): FastifyReply {
  return tooBusy(reply, 429, 'TOO_MANY_REQUESTS', 'That was a lot at once');
}

function noToken(reply: FastifyReply): FastifyReply {
  return refuse(reply, 401, 'NO_AUTH_FOUND', 'The header Authorization is needed: Bearer and 64 hexadecimal digits');
}
