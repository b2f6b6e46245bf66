import type { Reading } from '#storage/unit-of-work.ts';
import type { Message, MessageParams } from '../message/message.ts';
import type { ButtonAction } from '../message-parts/button-action.ts';

/**
 * Messages as they are shown: buttons that opened what a bot has taken away are not there any more (G57). Messages stay
 * as they were written: there may be many, and nobody knows which.
 */
export async function withoutGoneButtons(
  work: Reading,
  portalId: number,
  messages: readonly Message[],
): Promise<readonly Message[]> {
  const named = new Set(messages.flatMap(({ params }) => appsIn(params)));
  if (named.size === 0) return messages;
  const gone = new Set(await work.chatApps.listDeleted(portalId, [...named]));
  if (gone.size === 0) return messages;
  return messages.map((message) =>
    appsIn(message.params).some((id) => gone.has(id)) ? { ...message, params: without(message.params, gone) } : message,
  );
}

function appsIn({ keyboard, menu }: MessageParams): number[] {
  const pressed: readonly object[] = [...(keyboard?.BUTTONS ?? []), ...(menu?.ITEMS ?? [])];
  return pressed.flatMap(({ APP_ID }: ButtonAction) => (APP_ID === undefined ? [] : [APP_ID]));
}

/** A keyboard or a menu of which nothing is left goes, too. */
function without({ keyboard, menu, ...params }: MessageParams, gone: ReadonlySet<number>): MessageParams {
  const isThere = (one: object) => !gone.has((one as ButtonAction).APP_ID ?? 0);
  const buttons = keyboard?.BUTTONS.filter(isThere) ?? [];
  const items = menu?.ITEMS.filter(isThere) ?? [];
  return {
    ...params,
    ...(keyboard && buttons.some((button) => 'TEXT' in button) && { keyboard: { ...keyboard, BUTTONS: buttons } }),
    ...(menu && items.length > 0 && { menu: { ...menu, ITEMS: items } }),
  };
}
