const MAX_LENGTH = 2048;

// The URL parser repairs what it can: it drops white space and control characters, turns backslashes into slashes and
// reads `http:host` as `http://host`. What is stored here is shown and compared as text, so it has to mean what it says.
const AS_WRITTEN = /^https?:\/\/[^\s\p{Cc}/\\?#][^\s\p{Cc}\\]*$/iu;

/**
 * The address of a handler as its developer wrote it, or undefined when no event could be sent there: only `http` and
 * `https`, with a host and without a user or password (they would end in logs and in every attempt that is shown).
 * Which hosts may be reached is not decided here but when the handler is called.
 */
export function parseHandlerUrl(text: string): string | undefined {
  if (text.length > MAX_LENGTH || !AS_WRITTEN.test(text) || !URL.canParse(text)) return undefined;
  const { username, password } = new URL(text);
  return username || password ? undefined : text;
}

export type AddressFault = 'unsupported_protocol' | 'wrong_address';

/** What such an address has to be, in words. */
export const ADDRESS_RULES: Readonly<Record<AddressFault, string>> = {
  unsupported_protocol: 'an address begins with http:// or https://',
  wrong_address: `an address is http(s), with localhost or a name that has a dot, without a user or password, and has ${MAX_LENGTH} characters at most`,
};

/**
 * What is wrong with an address at which an application wants to hear of events; undefined: nothing. Names without a
 * dot are refused as portals do (N6), but for the one of this machine: applications are developed on it.
 */
export function addressFault(text: string): AddressFault | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !/^https?:/i.test(text)) return 'unsupported_protocol';
  if (parseHandlerUrl(text) === undefined) return 'wrong_address';
  const { hostname } = new URL(text);
  return /[.[]|^localhost$/.test(hostname) ? undefined : 'wrong_address';
}
