import { safeAddress } from '../../text/safe-address.ts';

interface Linked {
  readonly LINK?: string | undefined;
  readonly USER_ID?: number | undefined;
  readonly BOT_ID?: number | undefined;
  readonly CHAT_ID?: number | undefined;
}

export interface Destination {
  readonly address: string;
  /** A place within the messenger. */
  readonly isInside: boolean;
}

/** Where a block leads: to an address, or to somebody's dialog. */
export function destinationOf({ LINK, USER_ID, BOT_ID, CHAT_ID }: Linked): Destination | undefined {
  const address = LINK === undefined ? undefined : safeAddress(LINK);
  if (address !== undefined) return { address, isInside: false };
  const userId = USER_ID ?? BOT_ID;
  if (userId) return { address: `/chat/${userId}`, isInside: true };
  return CHAT_ID ? { address: `/chat/chat${CHAT_ID}`, isInside: true } : undefined;
}
