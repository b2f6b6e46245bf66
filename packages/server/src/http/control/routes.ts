import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Asker } from '#control/asker.ts';
import type { ControlledPortal } from '#control/controlled-portal.ts';
import { LineStream } from '#control/line-stream.ts';
import { perform } from '#control/perform.ts';
import { type ProblemCode, type problem, WrongRequest } from '#control/problem.ts';
import { Refusal } from '#control/refusal.ts';
import { Complaint } from '#kit/complaint.ts';
import { askerOf, type GuardOptions } from './guard.ts';
import { OpenStreams } from './open-streams.ts';

const BODY_LIMIT = 1024 * 1024;

const STATUSES: Readonly<Record<ProblemCode, number>> = {
  wrong_body: 400,
  refused: 400,
  unconfirmed: 409,
  unauthorized: 401,
  forbidden: 403,
  unknown_command: 404,
  body_too_large: 413,
  internal: 500,
};

export interface ControlOptions extends GuardOptions {
  readonly portal: ControlledPortal;
}

/** `POST /control/<command>` with a JSON body: for the command line of whoever owns the data, and for the portal's pages. */
export function controlRoutes(server: FastifyInstance, options: ControlOptions): void {
  const { portal } = options;
  const open = new OpenStreams({ hub: portal.hub, guard: options, onError: portal.onError });
  const askers = new WeakMap<FastifyRequest, Asker>();
  // They have no end of their own, and the server waits for every answer when it stops.
  server.addHook('preClose', async () => open.close());

  server.post<{ Params: { command: string } }>('/control/:command', {
    bodyLimit: BODY_LIMIT,
    onRequest: async (request, reply) => {
      const asker = await askerOf(request, options);
      if ('code' in asker) return answerProblem(reply, asker.code, asker.message);
      askers.set(request, asker);
    },
    handler: async (request, reply) => {
      const { params, body } = request;
      const text = Buffer.isBuffer(body) ? body.toString('utf8') : '';
      const asker = askers.get(request);
      if (!asker) throw new WrongRequest('unauthorized', 'Nobody is known to ask');
      const answer = await perform(portal, params.command, text, asker);
      if (!(answer instanceof LineStream)) return answer;
      open.add(answer, { asker, request });
      return reply.type('application/x-ndjson').send(answer.readable);
    },
    errorHandler: (error: Error & { statusCode?: number }, _, reply) => {
      if (error instanceof WrongRequest) return answerProblem(reply, error.code, error.message);
      if (error instanceof Refusal) return answerProblem(reply, 'refused', error.message, error);
      if (error instanceof Complaint) return answerProblem(reply, 'refused', error.message);
      if (error.statusCode === 413)
        return answerProblem(reply, 'body_too_large', 'The body is larger than a command takes: 1 MB');
      if (error.statusCode !== undefined && error.statusCode < 500)
        return answerProblem(reply, 'wrong_body', error.message);
      portal.onError(error);
      return answerProblem(reply, 'internal', 'The portal failed at this command; its log says how');
    },
  });
}

function answerProblem(
  reply: FastifyReply,
  code: ProblemCode,
  message: string,
  refusal?: Pick<Refusal, 'reason' | 'values'>,
): FastifyReply {
  const told = refusal && { reason: refusal.reason, values: { ...refusal.values } };
  return reply.code(STATUSES[code]).send({ error: { code, message, ...told } } satisfies z.infer<typeof problem>);
}
