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
