import { ownAddress, session } from '../session.ts';

/**
 * Where this page may load a picture from; undefined: its policy lets it load none from there.
 *
 * @param messageId of the message that it stands in: then the portal fetches it from other hosts, unless that is off
 */
export function pictureAddress(address: string, messageId?: number): string | undefined {
  const own = ownAddress(address);
  if (own.startsWith('/') && !own.startsWith('//')) return own;
  const isFetched = messageId !== undefined && session.showsPictures && /^https?:/i.test(address);
  return isFetched ? `/pictures/${messageId}?at=${encodeURIComponent(address)}` : undefined;
}
