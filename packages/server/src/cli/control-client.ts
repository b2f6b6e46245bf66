import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { createInterface } from 'node:readline';
import { Complaint } from '#kit/complaint.ts';
import type { ControlFile } from './control-file.ts';

/** Has a running server do something, and answers with what it says. */
export async function ask<T>(server: ControlFile, command: string, body: object): Promise<T> {
  const answer = await send(server, command, body);
  try {
    return JSON.parse(await textOf(answer)) as T;
  } catch {
    throw gone(server);
  }
}

/** The same where the answer goes on: each item as it comes. */
export async function* follow<T>(server: ControlFile, command: string, body: object): AsyncGenerator<T> {
  const answer = await send(server, command, body);
  try {
    for await (const line of createInterface({ input: answer, crlfDelay: Number.POSITIVE_INFINITY }))
      yield JSON.parse(line) as T;
  } catch (error) {
    throw error instanceof Complaint ? error : gone(server);
  }
  if (!answer.complete) throw gone(server);
}

async function send(server: ControlFile, command: string, body: object): Promise<IncomingMessage> {
  const answer = await exchange(server, command, JSON.stringify(body));
  const status = answer.statusCode ?? 0;
  if (status === 200) return answer;
  const text = await textOf(answer);
  if (status === 401)
    throw new Complaint(`What answers at ${server.url} is not the server of this data. Say which is meant: --data DIR`);
  throw new Complaint(errorIn(text) ?? `${server.url} answered ${status}: is that a Botyard of this version?`);
}

function exchange(server: ControlFile, command: string, body: string): Promise<IncomingMessage> {
  const isTls = server.url.startsWith('https:');
  return new Promise((resolve, reject) => {
    const request = (isTls ? requestHttps : requestHttp)(
      `${server.url}/control/${command}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${server.token}`,
        },
        ...(isTls && server.certificate !== undefined && { ca: server.certificate }),
      },
      resolve,
    );
    request.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ECONNREFUSED' ? 'it has stopped' : error.message;
      reject(new Complaint(`Nothing answers at ${server.url} (${why}). Start it: npx botyard start`));
    });
    request.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function errorIn(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined;
  }
}

function gone(server: ControlFile): Complaint {
  return new Complaint(`The server at ${server.url} has gone away`);
}
