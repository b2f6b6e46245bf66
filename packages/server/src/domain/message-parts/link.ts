import { REFUSED, type Reader } from './document.ts';

/**
 * An http or https address, or a path from the portal's root. Any other link breaks the part, also where a link may be
 * left out: the documentation lists it next to the error of a wrong structure, and `javascript:` must never be stored.
 */
export const link: Reader<string> = (raw) => {
  if (raw === undefined || raw === null || raw === false) return undefined;
  if (typeof raw !== 'string') return REFUSED;
  const address = raw.trim();
  if (address === '') return undefined;
  return isLink(address) ? address : REFUSED;
};

// Browsers drop tabs and line breaks inside an address and read "\" as "/": "/<tab>/host" and "/\host" leave the portal.
function isLink(address: string): boolean {
  return /^(?:https?:\/\/[^\s/\\?#]|\/(?![/\\]))/i.test(address) && !/[\u0000-\u001f\u007f]/.test(address);
}
