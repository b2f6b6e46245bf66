import { jsonIn } from '#kit/json-text.ts';
import { type Asker, checkAsker, inOwnName, OWNER } from './asker.ts';
import { commands } from './commands.generated.ts';
import type { ControlledPortal } from './controlled-portal.ts';
import type { ControlCommand } from './definition.ts';
import { LineStream } from './line-stream.ts';
import { WrongRequest } from './problem.ts';

const byName: ReadonlyMap<string, ControlCommand> = new Map(Object.entries(commands));

/**
 * Runs a command. Both what it is given and what it answers are held to what it declares.
 *
 * @param body JSON as it was sent
 * @throws Complaint, or WrongRequest, for whoever asked
 */
export async function perform(
  portal: ControlledPortal,
  name: string,
  body: string,
  asker: Asker = OWNER,
): Promise<object | LineStream<unknown>> {
  const command = byName.get(name);
  if (!command) throw new WrongRequest('unknown_command', `This portal has no command "${name}"`);
  checkAsker(command, name, asker);
  const asked = read(command, body, asker);
  // An answer that is not as declared is a fault of ours: better none than one that its reader takes for something else.
  if (command.kind === 'answer') return command.answer.parse(await command.run(portal, asked, asker)) as object;
  const lines = new LineStream<unknown>(command.line);
  try {
    await command.run(portal, asked, lines, asker);
    return lines;
  } catch (error) {
    lines.readable.destroy();
    throw error;
  }
}

function read(command: ControlCommand, body: string, asker: Asker): unknown {
  const json = body === '' ? {} : jsonIn(body);
  if (json === undefined) throw new WrongRequest('wrong_body', 'The body is not JSON that a command can read');
  const result = command.body.safeParse(inOwnName(json, command, asker));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new WrongRequest('wrong_body', `${issue?.path.join('.') || 'The body'}: ${issue?.message}`);
}
