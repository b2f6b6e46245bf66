import { describe, expect, it } from 'vitest';
import { because } from '#domain/event-cause.ts';
import type { Exchange } from './handler-client.ts';
import { askedToWaitUntil, judge, type Sent, saysGone } from './verdict.ts';

const sent = (exchange: Exchange): Sent => ({
  kind: 'exchange',
  name: 'ONIMBOTMESSAGEADD',
  url: 'http://127.0.0.1/',
  exchange,
});
const answered = (status: number, headers: Record<string, string> = {}) =>
  sent({ kind: 'answered', status, headers, body: '', truncated: false, durationMs: 1 });
const failed = (error: 'timeout' | 'network' | 'refused-address') =>
  sent({ kind: 'failed', error, message: 'why', why: null, durationMs: 1 });

describe('the verdict on a try', () => {
  it.each([200, 201, 204, 299])('takes %i for delivered', (status) =>
    expect(judge(answered(status))).toBe('delivered'),
  );
  it.each([429, 500, 502, 503, 504, 599])('tries again after %i', (status) =>
    expect(judge(answered(status))).toBe('again'),
  );
  it.each([301, 302, 307, 400, 401, 403, 404, 410, 422])('gives up after %i', (status) =>
    expect(judge(answered(status))).toBe('refused'),
  );

  it('tries again when there is no answer, unless it is one that we do not give', () => {
    expect(judge(failed('timeout'))).toBe('again');
    expect(judge(failed('network'))).toBe('again');
    expect(judge(failed('refused-address'))).toBe('refused');
  });

  it('has nobody to try again when nobody is there', () =>
    expect(judge({ kind: 'nobody', why: because('receiver-gone', 'gone') })).toBe('refused'));

  it('tries an event again that could not be made', () =>
    expect(judge({ kind: 'unmade', message: 'why' })).toBe('again'));

  it('knows who says that they are gone', () => {
    expect(saysGone(answered(410))).toBe(true);
    expect(saysGone(answered(404))).toBe(false);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 5, 9, 0, 0);
  const until = (value: string) => askedToWaitUntil(answered(429, { 'retry-after': value }), now);

  it('is read in seconds and as a date', () => {
    expect(until('90')).toBe(now + 90_000);
    expect(until('Mon, 05 Jan 2026 09:02:00 GMT')).toBe(now + 120_000);
  });

  it.each(['', 'soon', '-5', '1e9', '9999999', 'Mon, 05 Jan 2026 08:00:00 GMT', '2027-01-01'])(
    'is not there as "%s"',
    (value) => {
      expect(until(value)).toBe(0);
    },
  );
});
