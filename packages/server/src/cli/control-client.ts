import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import type { problem } from '#control/problem.ts';
import type { Answer, AnsweringName, Body, Line, StreamingName } from '#control/registry.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { VERSION } from '#kit/version.ts';
import type { ControlFile } from './control-file.ts';

/** The command is carried out when whoever asked has read this message and confirms it. */
export class Unconfirmed extends Complaint {}

type Problem = z.infer<typeof problem>['error'];

/** Has a running portal carry out a command, and answers with what it says. */
export async function control<Name extends AnsweringName>(
  server: ControlFile,
  command: Name,
  body: Body<Name>,
  { ofAnyVersion = false }: { readonly ofAnyVersion?: boolean } = {},
): Promise<Answer<Name>> {
  const answer = await send(ofAnyVersion ? { ...server, version: VERSION } : server, command, body);
  try {
    return JSON.parse(await textOf(answer)) as Answer<Name>;
  } catch {
    throw gone(server);
  }
}

/** The same where the answer goes on: each line as it comes. */
export async function* follow<Name extends StreamingName>(
  server: ControlFile,
  command: Name,
  body: Body<Name>,
): AsyncGenerator<Line<Name>> {
  const answer = await send(server, command, body);
  try {
    for await (const line of createInterface({ input: answer, crlfDelay: Number.POSITIVE_INFINITY }))
      yield JSON.parse(line) as Line<Name>;
  } catch (error) {
    throw error instanceof Complaint ? error : gone(server);
  }
  if (!answer.complete) throw gone(server);
}

async function send(server: ControlFile, command: string, body: object): Promise<IncomingMessage> {
  // Before anything is done: what another version makes of a command, nobody has promised.
  if (server.version !== VERSION)
    throw new Complaint(
      `${server.url} runs ${server.version === undefined ? 'an older Botyard' : `Botyard ${server.version}`}, and this is ${VERSION}. Use that version, or stop it and start it again with this one`,
    );
  const answer = await exchange(server, command, JSON.stringify(body));
  const status = answer.statusCode ?? 0;
  if (status === 200) return answer;
  const found = problemIn(await textOf(answer));
  if (!found)
    throw new Complaint(`${server.url} answered ${status} and is no Botyard. Say which server is meant: --data DIR`);
  throw found.code === 'unconfirmed' ? new Unconfirmed(found.message) : new Complaint(inWords(found, server));
}

function inWords({ code, message }: Problem, { url, pid }: ControlFile): string {
  if (code === 'unauthorized')
    return `What answers at ${url} is not the server of this data. Say which is meant: --data DIR`;
  if (code === 'unknown_command')
    return `${message}: it was started from older sources than this. Stop it (process ${pid}) and start it again: ${programName()} start`;
  return message;
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
      reject(new Complaint(`Nothing answers at ${server.url} (${why}). Start it: ${programName()} start`));
    });
    request.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function problemIn(text: string): Problem | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: Partial<Problem> };
    return typeof error?.code === 'string' && typeof error.message === 'string' ? (error as Problem) : undefined;
  } catch {
    return undefined;
  }
}

function gone(server: ControlFile): Complaint {
  return new Complaint(`The server at ${server.url} has gone away`);
}
