import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import { sendAnswer } from '../rest/answer.ts';
import { cutUrl } from '../rest/path.ts';
import { SenderGone } from '../rest/sender-gone.ts';
import { download } from './download.ts';
import type { FileOptions } from './options.ts';
import { receive } from './upload.ts';

type Way = (request: IncomingMessage, response: ServerResponse, query: string, options: FileOptions) => Promise<void>;

/** By address and method. */
const WAYS: Readonly<Record<string, Way>> = {
  'GET /rest/download.json': download,
  'HEAD /rest/download.json': download,
  'POST /rest/upload.json': answerUpload,
};

/** Where files are fetched and sent to with a token of their own, in front of the methods; the rest is left to `others`. */
export function fileListener(options: FileOptions, others: RequestListener): RequestListener {
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
  options: FileOptions,
): Promise<void> {
  const answer = await receive(request, query, options);
  if (request.destroyed && !request.complete) return void response.destroy();
  sendAnswer(response, answer, 'json', restOf(request, options));
}

/** The rest of a body that was not read would be taken for the next request. */
function restOf(request: IncomingMessage, { rests }: FileOptions): Promise<void> | undefined {
  return request.complete ? undefined : rests.readOver(request);
}

async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  options: FileOptions,
): Promise<void> {
  const isGone = error instanceof SenderGone || (request.destroyed && !request.complete);
  if (!(error instanceof ApiError) && !isGone) options.onError(error);
  if (response.headersSent || isGone) return void response.destroy();
  const { code, message, status } = error instanceof ApiError ? error : systemErrors.internal();
  sendAnswer(response, { status, body: { error: code, error_description: message } }, 'json', restOf(request, options));
}
