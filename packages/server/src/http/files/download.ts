import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { ApiError } from '#api/kernel/call/api-error.ts';
import { previewKey } from '#domain/file/content.ts';
import type { FullFile } from '#domain/file/file.ts';
import type { FileLink } from '#domain/file/file-link.ts';
import { fullFiles } from '#domain/file/list-files.ts';
import { type ByteRange, FileGone } from '#storage/files/file-home.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { fileHeaders } from '../rest/file.ts';
import { byteRange } from './byte-range.ts';
import { mediaType } from './media-type.ts';
import type { FileOptions } from './options.ts';
import { readLink } from './read-link.ts';

const NOT_FOUND = new ApiError('ERROR_NOT_FOUND', 'The file is gone', 404);

interface Asked {
  readonly link: FileLink;
  readonly file: FullFile;
}

/**
 * Answers with the file that the token in the query stands for.
 *
 * @throws ApiError when it stands for none
 */
export async function download(
  request: IncomingMessage,
  response: ServerResponse,
  query: string,
  options: FileOptions,
): Promise<void> {
  const asked = await options.store.read((work) => find(work, query));
  if (asked instanceof ApiError) throw asked;
  if (asked.link.kind === 'preview') await sendPreview(request, response, asked.file, options);
  else await sendContent(request, response, asked.file, options);
}

async function find(work: Reading, query: string): Promise<Asked | ApiError> {
  const link = readLink(work, query);
  if (link instanceof ApiError) return link;
  const isOfFile = link.kind === 'download' || link.kind === 'preview';
  const [file] = isOfFile ? await fullFiles(work, [link.id]) : [];
  return file?.portalId === link.portalId ? { link, file } : NOT_FOUND;
}

async function sendContent(
  request: IncomingMessage,
  response: ServerResponse,
  { name, content }: FullFile,
  options: FileOptions,
): Promise<void> {
  const etag = `"${content.hash.slice(0, 32)}"`;
  const condition = request.headers['if-range'];
  const isSame = condition === undefined || condition === etag;
  const range = isSame ? byteRange(request.headers.range, content.size) : undefined;
  const headers = {
    ...fileHeaders(name),
    'content-type': mediaType(name),
    'access-control-allow-origin': '*',
    'accept-ranges': 'bytes',
    etag,
  };
  if (range === 'none') {
    response.writeHead(416, { 'content-range': `bytes */${content.size}`, 'content-length': 0 }).end();
    return;
  }
  const length = range ? range.to - range.from + 1 : content.size;
  const part = range && { 'content-range': `bytes ${range.from}-${range.to}/${content.size}` };
  await send(
    request,
    response,
    { status: range ? 206 : 200, headers: { ...headers, ...part, 'content-length': length } },
    {
      key: content.key,
      range,
      options,
    },
  );
}

/** Made by us of a picture: a browser may show it, and nothing else can be in it. */
async function sendPreview(
  request: IncomingMessage,
  response: ServerResponse,
  { content }: FullFile,
  options: FileOptions,
): Promise<void> {
  if (!content.picture?.hasPreview) throw NOT_FOUND;
  const headers = {
    'content-type': 'image/webp',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=900',
    'access-control-allow-origin': '*',
  };
  await send(request, response, { status: 200, headers }, { key: previewKey(content), range: undefined, options });
}

interface Bytes {
  readonly key: string;
  readonly range: ByteRange | undefined;
  readonly options: FileOptions;
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, number | string>> },
  { key, range, options }: Bytes,
): Promise<void> {
  if (request.method === 'HEAD') {
    response.writeHead(status, headers).end();
    return;
  }
  const bytes = await options.contents.files.open(key, range).catch((error: unknown) => {
    if (!(error instanceof FileGone)) throw error;
    // Its row is there and it is not: check says so, too.
    options.onError(error);
    throw NOT_FOUND;
  });
  response.writeHead(status, headers);
  // Who goes away in the middle has what they wanted; the stream is closed either way.
  await pipeline(bytes, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') options.onError(error);
  });
}
