/** An address that may be opened: of the web, or a path from the portal's root. Undefined: it is none. */
export function safeAddress(written: string): string | undefined {
  const address = written.trim();
  return /^(?:https?:\/\/[^\s/\\?#]|\/(?![/\\]))[^\s"<>]*$/i.test(address) ? address : undefined;
}
