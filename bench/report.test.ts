import { describe, expect, it } from 'vitest';
import { type Findings, report } from './report.ts';

const setting = { rounds: 3, scale: { warmUp: 1000, duration: 1000, messages: 100 }, bigDatabase: 1000 };
const through = (rate: number) => ({ rate, p50: 1, p99: 2, processor: 50 });
const sent = (rate: number, delivered = 10) => ({ ...through(rate), accepted: 10, stored: 10, delivered });
const findings: Findings = {
  flushes: [100, 300, 200],
  fastify32: [through(1000), through(100), through(1000)],
  disk32: [sent(500), sent(50), sent(400)],
  fastify1: [through(100)],
  disk1: [sent(20)],
  memory32: [sent(600)],
  latency: [{ p50: 1, p99: 2, events: 500 }],
  proofs: [{ webhook: through(100), oauth: { ...through(100), processor: 45 } }],
  startEmpty: [200],
  startBig: [210],
  memory: [{ idle: 90e6, perMessage: 800 }],
};

describe('the report of the benchmark', () => {
  it('compares round by round, and shows the middle one', () => {
    const { text, isWhole } = report(findings, setting);
    expect(text).toContain('| 1 | disk, 32 connections | >= 0.40 x, p99 <= 5 ms | 400 | 0.50 |');
    expect(text).toContain('disk: 200 flushes/s');
    expect(text).toContain('| <= 1.00 x | 0.90 x (45 us, 50 us) |');
    expect(isWhole).toBe(true);
  });

  it('says so when a message that was accepted did not reach the bot', () => {
    const { text, isWhole } = report({ ...findings, disk1: [sent(20, 9)] }, setting);
    expect(isWhole).toBe(false);
    expect(text).toContain('- 10 / 10 / 9');
  });
});
