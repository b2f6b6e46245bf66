import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import type { Credentials, Place } from '#api/kernel/call/authenticate.ts';
import type { CallAnswer } from '#api/kernel/call/call-answer.ts';
import type { Dispatcher } from '#api/kernel/call/dispatcher.ts';
import type { ReadIncoming } from '../incoming.ts';
import { placeOf } from '../place.ts';
import type { SessionCallOptions } from '../sign-in/session-call.ts';
import { allowanceFor, type KnownCaller } from './allowance.ts';
import { sendAnswer, sendPreflight } from './answer.ts';
import { readBody } from './body.ts';
import { shownCredentials } from './credentials.ts';
import { drained } from './drained.ts';
import type { OpenBodies } from './open-bodies.ts';
import { paramsOf } from './params.ts';
import { parseRestPath, type RestPath } from './path.ts';
import { repeatOf } from './repeat.ts';

export interface RestOptions extends SessionCallOptions {
  readonly dispatcher: Dispatcher;
  readonly requireHttps: boolean;
  readonly readIncoming: ReadIncoming;
  readonly bodies: OpenBodies;
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
  return /^\/+rest(?:[/?]|$)/i.test(url);
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
    else void answer(request, response, options);
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: RestOptions): Promise<void> {
  const url = request.url ?? '';
  const mark = url.indexOf('?');
  const path = parseRestPath(mark < 0 ? url : url.slice(0, mark));
  try {
    const answered = path?.isRest3 ? UNKNOWN_TO_REST_3 : await callFor(request, path, options);
    // The rest of a body that was not read would be taken for the next request.
    if (request.complete) sendAnswer(response, answered, path?.format);
    else {
      await drained(request);
      sendAnswer(response, answered, path?.format, { connection: 'close' });
    }
  } catch (error) {
    // Gone in the middle of its body: nobody is there to be answered.
    if (request.destroyed && !request.complete) return;
    options.onError(error);
    if (!response.headersSent)
      sendAnswer(response, await options.dispatcher.refuse(systemErrors.internal()), path?.format);
  }
}

async function callFor(
  request: IncomingMessage,
  path: RestPath | undefined,
  options: RestOptions,
): Promise<CallAnswer> {
  const { dispatcher } = options;
  const incoming = options.readIncoming(request);
  const place = placeOf(incoming, options);
  const known: KnownCaller = { dispatcher, place, path, incoming, url: request.url ?? '' };
  let sender: { readonly credentials: Credentials; readonly place: Place } | undefined;
  try {
    if (incoming.headers.host === undefined && request.httpVersion === '1.1')
      throw systemErrors.invalidRequest('The header Host is missing');
    if (options.requireHttps && incoming.protocol !== 'https') throw systemErrors.httpsRequired();
    if (!path) throw systemErrors.unknownMethod();
    sender = { credentials: path.credentials, place };
    const body = await readBody(request, options.bodies, () => allowanceFor(known));
    const params = await paramsOf(request.url ?? '', body, incoming.headers['content-type']);
    const credentials =
      path.credentials.kind === 'none' ? await shownCredentials(incoming, params, options) : path.credentials;
    const repeat = repeatOf(request.url ?? '', incoming.headers, body);
    return await dispatcher.dispatch({ method: path.method, params, credentials, place, sender: incoming, repeat });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return dispatcher.refuse(error, sender);
  }
}
