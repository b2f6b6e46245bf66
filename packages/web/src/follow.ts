import { CommandRefused } from './commands.ts';
import { refusalText } from './languages/refusals.ts';
import { session } from './session.ts';
import type { Commands } from './types.generated.ts';

type Name = { [Each in keyof Commands]: Commands[Each]['isStream'] extends true ? Each : never }[keyof Commands];

/** Asks for a command that answers line by line, until `signal` ends it. */
export async function* follow<Each extends Name>(
  name: Each,
  body: Commands[Each]['body'],
  signal: AbortSignal,
): AsyncGenerator<Extract<Commands[Each], { isStream: true }>['answer']> {
  const response = await fetch(`/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bitrix-csrf-token': session.csrf },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok || !response.body) {
    const { error } = await response.json();
    throw new CommandRefused(error.code, refusalText(error));
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ''; ; ) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}
