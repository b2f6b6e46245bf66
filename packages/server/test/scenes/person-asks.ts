import type { AnsweringName, Body, Line } from '#control/registry.ts';
import type { World } from '../world.ts';
import { browserOf } from './sign-in.ts';

/** Asks for a command as a page of ours does that somebody looks at. */
export async function askAs(
  world: World,
  userId: number,
  command: AnsweringName | 'tail',
  body: object = {},
  // biome-ignore lint/suspicious/noExplicitAny: the answer of any command, or a problem.
): Promise<{ status: number; body: any }> {
  const { cookie, csrf } = await browserOf(world, userId);
  const response = await fetch(`${world.app.address}/control/${command}`, {
    method: 'POST',
    headers: { cookie, 'x-bitrix-csrf-token': csrf, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // A stream that begins has no end.
  if (command === 'tail' && response.status === 200) {
    await response.body?.cancel();
    return { status: 200, body: undefined };
  }
  return { status: response.status, body: await response.json() };
}

/** What a page is told, line by line, that somebody looks at. */
export async function* followAs(
  world: World,
  userId: number,
  body: Body<'tail'>,
): AsyncGenerator<Line<'tail'>, void, void> {
  const { cookie, csrf } = await browserOf(world, userId);
  const response = await fetch(`${world.app.address}/control/tail`, {
    method: 'POST',
    headers: { cookie, 'x-bitrix-csrf-token': csrf, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  let rest = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

/** What an administrator is answered, who is answered. */
export async function askAsAlice<Name extends AnsweringName>(world: World, command: Name, body: Body<Name>) {
  const answer = await askAs(world, 1, command, body as object);
  if (answer.status !== 200) throw new Error(answer.body.error.message);
  return answer.body;
}
