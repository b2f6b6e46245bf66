import type { FastifyInstance, FastifyReply } from 'fastify';
import { appAddCommand } from '#control/commands/app-add.ts';
import { appChangeCommand } from '#control/commands/app-change.ts';
import { appListCommand } from '#control/commands/app-list.ts';
import { appRemoveCommand } from '#control/commands/app-remove.ts';
import { appShowCommand } from '#control/commands/app-show.ts';
import { commandsCommand } from '#control/commands/commands.ts';
import { loginCommand } from '#control/commands/login.ts';
import { outgoingAddCommand } from '#control/commands/outgoing-add.ts';
import { outgoingListCommand } from '#control/commands/outgoing-list.ts';
import { outgoingRemoveCommand } from '#control/commands/outgoing-remove.ts';
import { sayCommand } from '#control/commands/say.ts';
import { statusCommand } from '#control/commands/status.ts';
import { tailCommand } from '#control/commands/tail.ts';
import { userAddCommand } from '#control/commands/user-add.ts';
import { userChangeCommand } from '#control/commands/user-change.ts';
import { userInviteCommand } from '#control/commands/user-invite.ts';
import { userPasswordCommand } from '#control/commands/user-password.ts';
import { webhookAddCommand } from '#control/commands/webhook-add.ts';
import { webhookChangeCommand } from '#control/commands/webhook-change.ts';
import { webhookListCommand } from '#control/commands/webhook-list.ts';
import { webhookRevokeCommand } from '#control/commands/webhook-revoke.ts';
import type { ControlCommand, ControlledPortal } from '#control/definition.ts';
import { LineStream } from '#control/line-stream.ts';
import { Complaint } from '#kit/complaint.ts';
import { type GuardOptions, refusal } from './guard.ts';

const COMMANDS: readonly ControlCommand[] = [
  sayCommand,
  tailCommand,
  commandsCommand,
  webhookAddCommand,
  webhookListCommand,
  webhookChangeCommand,
  webhookRevokeCommand,
  outgoingAddCommand,
  outgoingListCommand,
  outgoingRemoveCommand,
  userAddCommand,
  userInviteCommand,
  userPasswordCommand,
  userChangeCommand,
  loginCommand,
  statusCommand,
  appAddCommand,
  appListCommand,
  appShowCommand,
  appChangeCommand,
  appRemoveCommand,
];

const BODY_LIMIT = 1024 * 1024;

export interface ControlOptions extends GuardOptions {
  readonly portal: ControlledPortal;
}

/** What the command line speaks to: the same domain actions as the REST interface, for whoever owns the data. */
export function controlRoutes(server: FastifyInstance, options: ControlOptions): void {
  const open = new Set<LineStream>();
  // They have no end of their own, and the server waits for every answer when it stops.
  server.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });

  for (const command of COMMANDS) {
    server.post(`/control/${command.name}`, {
      bodyLimit: BODY_LIMIT,
      onRequest: async (request, reply) => {
        const refused = refusal(request, options);
        if (refused) return reply.code(refused.status).send({ error: refused.message });
      },
      handler: async (request, reply) => {
        try {
          const answer = await command.run(options.portal, parsed(command, request.body));
          if (!(answer instanceof LineStream)) return answer;
          open.add(answer);
          answer.onClose(() => open.delete(answer));
          return reply.type('application/x-ndjson').send(answer.readable);
        } catch (error) {
          return complain(reply, error);
        }
      },
    });
  }
}

function parsed(command: ControlCommand, body: unknown): unknown {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.isBuffer(body) && body.length > 0 ? body.toString('utf8') : '{}');
  } catch {
    throw new Complaint('The body is not JSON');
  }
  const result = command.body.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Complaint(`${issue?.path.join('.') || 'The body'}: ${issue?.message}`);
}

function complain(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof Complaint)) throw error;
  return reply.code(400).send({ error: error.message });
}
