import type { Reading } from '#storage/unit-of-work.ts';
import type { Message } from '../message/message.ts';
import { appsIn, withoutApps } from '../message-parts/app-buttons.ts';

/**
 * Messages as they are shown: buttons that opened what a bot has taken away are not there any more (G57). Messages stay
 * as they were written: there may be many, and nobody knows which.
 */
export async function withoutGoneButtons(work: Reading, messages: readonly Message[]): Promise<readonly Message[]> {
  const named = new Set(messages.flatMap(({ params }) => appsIn(params)));
  if (named.size === 0) return messages;
  const gone = new Set(await work.chatApps.listDeleted([...named]));
  if (gone.size === 0) return messages;
  return messages.map((message) =>
    appsIn(message.params).some((id) => gone.has(id))
      ? { ...message, params: withoutApps(message.params, gone) }
      : message,
  );
}
