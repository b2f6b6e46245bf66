import { ownAddress } from '../session.ts';

/** Where this page may load a picture from; undefined: its policy lets it load none from there. */
export function pictureAddress(address: string): string | undefined {
  const own = ownAddress(address);
  return own.startsWith('/') && !own.startsWith('//') ? own : undefined;
}
