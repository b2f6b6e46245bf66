import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import type { ReadIncoming } from '../incoming.ts';
import { type PlaceOptions, placeOf } from '../place.ts';
import { sendAnswer } from '../rest/answer.ts';
import { SenderGone } from '../rest/body.ts';
import { drained } from '../rest/drained.ts';
import { cutUrl } from '../rest/path.ts';
import { download } from './download.ts';
import type { FileOptions } from './options.ts';
import { receive } from './upload.ts';

export interface FileListenerOptions extends FileOptions, PlaceOptions {
  readonly readIncoming: ReadIncoming;
}

type Way = (
  request: IncomingMessage,
  response: ServerResponse,
  query: string,
  options: FileListenerOptions,
) => Promise<void>;

/** By address and method. */
const WAYS: Readonly<Record<string, Way>> = {
  'GET /rest/download.json': download,
  'HEAD /rest/download.json': download,
  'POST /rest/upload.json': answerUpload,
};

/** Where files are fetched and sent to with a token of their own, in front of the methods; the rest is left to `others`. */
export function fileListener(options: FileListenerOptions, others: RequestListener): RequestListener {
  return (request, response) => {
    const { url = '' } = request;
    // No method has such a name.
    if (!url.startsWith('/rest/download.json') && !url.startsWith('/rest/upload.json'))
      return others(request, response);
    const { path, query } = cutUrl(url);
    const way = WAYS[`${request.method} ${path}`];
    if (!way) return others(request, response);
    way(request, response, query, options).catch((error: unknown) => refuse(request, response, error, options));
  };
}

async function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  query: string,
  options: FileListenerOptions,
): Promise<void> {
  const { origin } = placeOf(options.readIncoming(request), options);
  sendAnswer(response, await receive(request, query, origin, options));
}

async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  { onError }: FileListenerOptions,
): Promise<void> {
  const isGone = error instanceof SenderGone || (request.destroyed && !request.complete);
  if (!(error instanceof ApiError) && !isGone) onError(error);
  if (response.headersSent || isGone) return void response.destroy();
  const { code, message, status } = error instanceof ApiError ? error : systemErrors.internal();
  if (!request.complete) await drained(request);
  // The rest of a body that was not read would be taken for the next request.
  const headers: Record<string, string> = request.complete ? {} : { connection: 'close' };
  sendAnswer(response, { status, body: { error: code, error_description: message } }, 'json', headers);
}
