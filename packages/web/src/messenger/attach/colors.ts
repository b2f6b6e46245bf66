const TOKENS: Readonly<Record<string, string>> = {
  primary: 'var(--accent)',
  secondary: 'var(--ink-3)',
  alert: 'var(--bad)',
};

/** The colour of a token, else the one that is written out, else none. */
export function colorOf(token: string | undefined, color: string | undefined): string | undefined {
  return TOKENS[token ?? ''] ?? color;
}
