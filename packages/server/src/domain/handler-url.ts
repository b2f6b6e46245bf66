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
  return handlerUrlFault(text) === undefined ? text : undefined;
}

/** Why no event could be sent to that address, in words; undefined: it could. The address is not repeated: it may hold a password. */
export function handlerUrlFault(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return `has ${text.length} characters, and ${MAX_LENGTH} is the most`;
  if (!/^https?:\/\//i.test(text)) return 'does not begin with http:// or https://';
  if (!AS_WRITTEN.test(text) || !URL.canParse(text))
    return 'is no address: it has no host, or a sign that cannot stand there';
  const { username, password } = new URL(text);
  return username || password ? 'has a user or a password in it' : undefined;
}

export interface AddressFault {
  readonly reason: 'unsupported_protocol' | 'wrong_address';
  /** In words. */
  readonly why: string;
}

/**
 * What is wrong with an address at which an application wants to hear of events; undefined: nothing. Names without a
 * dot are refused as portals do (N6), but for the one of this machine: applications are developed on it.
 */
export function addressFault(text: string): AddressFault | undefined {
  const why = handlerUrlFault(text);
  const isOther = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !/^https?:/i.test(text);
  if (why !== undefined) return { reason: isOther ? 'unsupported_protocol' : 'wrong_address', why };
  return /[.[]|^localhost$/.test(new URL(text).hostname)
    ? undefined
    : { reason: 'wrong_address', why: 'has a host that is neither localhost nor a name with a dot' };
}
