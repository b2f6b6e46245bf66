import type { Reader } from './document.ts';

/**
 * An http or https address, or a path from the portal's root. Any other link is left out (R48): `javascript:` must never
 * be stored.
 */
export const link: Reader<string> = (raw, notes) => {
  if (raw === undefined || raw === null || raw === false) return undefined;
  const address = typeof raw === 'string' ? raw.trim() : undefined;
  if (address === '') return undefined;
  if (address !== undefined && isLink(address)) return address;
  notes.drop('a link is neither an http(s) address nor a path from the root');
  return undefined;
};

// Browsers drop tabs and line breaks inside an address and read "\" as "/": "/<tab>/host" and "/\host" leave the portal.
function isLink(address: string): boolean {
  return /^(?:https?:\/\/[^\s/\\?#]|\/(?![/\\]))/i.test(address) && !/[\u0000-\u001f\u007f]/.test(address);
}
