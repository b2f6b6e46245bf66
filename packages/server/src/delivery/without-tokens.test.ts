import { describe, expect, it } from 'vitest';
import { buildPhpQuery } from '#kit/php-query/build.ts';
import { withoutTokens } from './without-tokens.ts';

const ACCESS = 'a1'.repeat(39);
const APPLICATION = 'b2'.repeat(16);
const SENT = buildPhpQuery({
  event: 'ONIMBOTMESSAGEADD',
  auth: { access_token: ACCESS, application_token: APPLICATION },
});

const kept = (body: string, truncated = false) => {
  const answered = { kind: 'answered', status: 500, headers: {}, body, truncated, durationMs: 1 } as const;
  const exchange = withoutTokens(answered, SENT);
  return exchange.kind === 'answered' ? exchange.body : undefined;
};

describe('what is kept of an answer', () => {
  it('is what the handler said', () => {
    for (const text of ['', 'ok', 'TypeError: cannot read properties of undefined']) expect(kept(text)).toBe(text);
  });

  it('is without the tokens that it said back, as often as they are in it', () => {
    expect(kept(`oh no: ${SENT} {"token":"${ACCESS}"}`)).toBe(
      'oh no: event=ONIMBOTMESSAGEADD&auth%5Baccess_token%5D=***&auth%5Bapplication_token%5D=*** {"token":"***"}',
    );
  });

  it('is without the beginning of one where the answer was cut off', () => {
    expect(kept(`oh no: ${ACCESS.slice(0, 70)}`, true)).toBe('oh no: ***');
    expect(kept(`oh no: ${APPLICATION.slice(0, 20)}`, true)).toBe('oh no: ***');
  });
});
