import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import type { Credentials, Place } from '#api/kernel/call/authenticate.ts';
import type { CallAnswer } from '#api/kernel/call/call-answer.ts';
import type { Dispatcher } from '#api/kernel/call/dispatcher.ts';
import type { RepeatMark } from '#api/kernel/call/repeats.ts';
import { wrongHost } from '../host-header.ts';
import type { ReadIncoming } from '../incoming.ts';
import type { SessionCallOptions } from '../sign-in/session-call.ts';
import { senderOf } from './allowance.ts';
import { sendAnswer, sendPreflight } from './answer.ts';
import { readBody } from './body.ts';
import { type ContentOptions, SentContents } from './contents/sent-contents.ts';
import { shownCredentials } from './credentials.ts';
import type { OpenBodies } from './open-bodies.ts';
import { type Params, paramsOf, whyUnread } from './params.ts';
import { repeatOf } from './repeat.ts';
import type { RestsOfBodies } from './rests-of-bodies.ts';
import { SenderGone } from './sender-gone.ts';
import { type SentRequest, sentRequest } from './sent-request.ts';

export interface RestOptions extends SessionCallOptions {
  readonly dispatcher: Dispatcher;
  readonly requireHttps: boolean;
  readonly readIncoming: ReadIncoming;
  readonly bodies: OpenBodies;
  readonly rests: RestsOfBodies;
  readonly contents: Omit<ContentOptions, 'onError'>;
  /** Told of what went wrong outside of any method. */
  readonly onError: (error: unknown) => void;
}

const METHODS: ReadonlySet<string | undefined> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** In the error shape of REST 3, by which the vendor's SDKs know to call the older address (R43). */
const UNKNOWN_TO_REST_3 = {
  status: 404,
  body: { error: { code: 'BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION', message: 'Method not found' } },
};

function isRestUrl(url: string): boolean {
  // As nearly every address is written.
  return url.startsWith('/rest/') || /^\/+rest(?:[/?]|$)/i.test(url);
}

/**
 * The REST interface, in front of the web framework: a call costs twice as much through it, and it refuses what
 * careless clients send. Everything else is left to `others`.
 */
export function restListener(options: RestOptions, others: RequestListener): RequestListener {
  return (request, response) => {
    if (!isRestUrl(request.url ?? '')) others(request, response);
    else if (request.method === 'OPTIONS') sendPreflight(response);
    else if (!METHODS.has(request.method)) others(request, response);
    // A moment later, when as much of the body as came with the head is in hand.
    else process.nextTick(answer, request, response, options);
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: RestOptions): Promise<void> {
  const sent = sentRequest(request, options);
  const { path } = sent;
  try {
    const answered = path?.isRest3 ? UNKNOWN_TO_REST_3 : await callFor(request, response, sent, options);
    // The rest of a body that was not read would be taken for the next request.
    if (sent.body || request.complete) sendAnswer(response, answered, path?.format);
    else sendAnswer(response, answered, path?.format, options.rests.readOver(request));
  } catch (error) {
    if (error instanceof SenderGone || (request.destroyed && !request.complete)) return;
    options.onError(error);
    if (response.headersSent) return;
    try {
      sendAnswer(response, await options.dispatcher.refuse(systemErrors.internal(), path?.method ?? ''), path?.format);
    } catch (another) {
      // Nobody waits for this function: what it throws would end the program.
      options.onError(another);
      response.destroy();
    }
  }
}

async function callFor(
  request: IncomingMessage,
  response: ServerResponse,
  sent: SentRequest,
  options: RestOptions,
): Promise<CallAnswer> {
  const { dispatcher, bodies } = options;
  const { path, incoming, place } = sent;
  const taken: { contents?: SentContents } = {};
  const takeOut = {
    largestFile: options.contents.most,
    contents() {
      taken.contents = new SentContents({ ...options.contents, onError: options.onError });
      return taken.contents;
    },
  };
  let sender: { readonly credentials: Credentials; readonly place: Place } | undefined;
  try {
    const why = wrongHost(request) ?? whyUnread(request.headers);
    if (why !== undefined) throw systemErrors.invalidRequest(why);
    if (options.requireHttps && incoming.protocol !== 'https') throw systemErrors.httpsRequired();
    if (!path) throw systemErrors.unknownMethod();
    sender = { credentials: path.credentials, place };
    const parse = (body: Buffer) => parsed(sent, body);
    const parsing = sent.body
      ? parse(sent.body)
      : readBody(request, bodies, senderOf(sent, dispatcher, takeOut), parse);
    const { params: found, repeat, bytes } = parsing instanceof Promise ? await parsing : parsing;
    const params = taken.contents ? taken.contents.putInto(found) : found;
    const credentials =
      path.credentials.kind === 'none' ? await shownCredentials(incoming, params, options) : path.credentials;
    return await dispatcher.dispatch({
      method: path.method,
      params,
      credentials,
      place,
      sender: incoming,
      repeat,
      bytes,
      onGone: (tell) => whenGone(response, tell),
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return dispatcher.refuse(error, path?.method ?? '', sender);
  } finally {
    // Nearly no call brings files: awaiting nothing would cost it a turn.
    if (taken.contents) await taken.contents.discard();
  }
}

function whenGone(response: ServerResponse, tell: () => void): () => void {
  if (response.closed) tell();
  else response.once('close', tell);
  return () => response.off('close', tell);
}

interface Parsed {
  readonly params: Params;
  readonly repeat: RepeatMark | undefined;
  /** Of query and body. */
  readonly bytes: number;
}

function parsed(sent: SentRequest, body: Buffer): Promise<Parsed> | Parsed {
  const params = paramsOf(sent.query, body, sent.incoming.headers['content-type']);
  const repeat = repeatOf(sent, body);
  const bytes = sent.query.length + body.length;
  return params instanceof Promise ? params.then((all) => ({ params: all, repeat, bytes })) : { params, repeat, bytes };
}
