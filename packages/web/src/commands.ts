import { refusalText } from './languages/refusals.ts';
import { session } from './session.ts';
import type { Commands } from './types.generated.ts';

type Name = { [Each in keyof Commands]: Commands[Each]['isStream'] extends false ? Each : never }[keyof Commands];

/** For commands that act in somebody's name: from a page that is always whoever looks at it. */
export const ME = '';

/** A command was refused; `message` says why, for people. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Asks the portal for what no method of the dialect tells. */
export async function ask<Each extends Name>(
  name: Each,
  body: Commands[Each]['body'],
): Promise<Extract<Commands[Each], { isStream: false }>['answer']> {
  const response = await fetch(`/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bitrix-csrf-token': session.csrf },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new CommandRefused(answer.error.code, refusalText(answer.error));
}
