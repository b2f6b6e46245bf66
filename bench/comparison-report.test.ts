import { describe, expect, it } from 'vitest';
import { comparisonReport, standing } from './comparison-report.ts';
import type { Figures, Found } from './figures.ts';

const row = { number: '1', title: 'to a bot', goal: '', decides: 'sent' } as const;
const rounds = (...figures: Figures[]): Found[] => figures.map((one) => ({ figures: one }));
const ours = rounds({ sent: 1510, processor: 40 }, { sent: 1490, processor: 41 }, { sent: 1500, processor: 39 });
const theirs = rounds({ sent: 1000, processor: 60 }, { sent: 1000, processor: 60 }, { sent: 1000, processor: 60 });
const beside = rounds({ sent: 3000, processor: 20 }, { sent: 3000, processor: 20 }, { sent: 3000, processor: 20 });

describe('the report of a comparison', () => {
  it('shows both builds, their ratio with its interval, and both beside bare Fastify', () => {
    const { text } = comparisonReport([{ row, ours, theirs, beside }], '32ad684');
    expect(text).toContain('| figure | this | 32ad684 | ratio | 95 % interval |');
    expect(text).toContain(
      '| 1 | to a bot | 3 | **requests/s** | 1,500 | 1,000 | 1.500 | 1.475 to 1.525 | better | 0.50 | 0.33 |',
    );
    expect(text).toMatch(
      /\| {2}\| {2}\| {2}\| CPU us\/request \| 40 \| 60 \| 0.667 \| .* \| better \| 2.00 \| 3.00 \|/,
    );
  });

  it('calls a build worse by what the figure means', () => {
    const { text } = comparisonReport([{ row, ours: theirs, theirs: ours }], 'abc');
    expect(text.match(/\| worse \|/g)).toHaveLength(2);
  });

  it('claims no difference where the interval contains 1', () => {
    const noisy = rounds({ sent: 900 }, { sent: 1100 }, { sent: 1000 });
    const { text } = comparisonReport([{ row, ours: noisy, theirs: noisy.toReversed() }], 'abc');
    expect(text).toContain('| not seen to differ |');
  });

  it('leaves the ratio out where a value was 0 or there was one round', () => {
    const none = comparisonReport([{ row, ours: rounds({ sent: 0 }, { sent: 1 }), theirs: theirs.slice(1) }], 'abc');
    const single = comparisonReport([{ row, ours: ours.slice(2), theirs: theirs.slice(2) }], 'abc');
    expect(none.text).toContain('| **requests/s** | 1 | 1,000 |  |  |  |');
    expect(single.text).toContain('| **requests/s** | 1,500 | 1,000 |  |  |  |');
  });

  it('says which of the builds lost a message', () => {
    const lossy: Found[] = [{ figures: { sent: 1 }, counts: { accepted: 2, stored: 2, delivered: 1 } }];
    const { text, isWhole } = comparisonReport([{ row, ours, theirs: lossy }], 'abc');
    expect(isWhole).toBe(false);
    expect(text).toContain('- abc, row 1: accepted, stored, delivered: 2, 2, 1');
  });

  it('tells after each round how a row stands', () =>
    expect(standing({ row, ours, theirs })).toBe(
      'requests/s 1,500 against 1,000; ratio 1.500, 95 % within 1.475 to 1.525',
    ));
});
