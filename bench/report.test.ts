import { describe, expect, it } from 'vitest';
import type { Found } from './figures.ts';
import { type RowResult, report } from './report.ts';

const through = (sent: number): Found => ({ figures: { sent, p50: 1, p99: 2, processor: 50 } });
const sent = (rate: number, delivered = 10): Found => ({
  ...through(rate),
  counts: { accepted: 10, stored: 10, delivered },
});
const fastify32 = [through(1000), through(100), through(1000)];
const fastify = new Map([[32, fastify32]]);
const toBot: RowResult = {
  row: { number: '1', title: 'to a bot', goal: '>= 0.40 x', beside: 32 },
  found: [sent(500), sent(50), sent(400)],
  beside: fastify32,
};

describe('the report of the benchmark', () => {
  it('compares with bare Fastify round by round, and shows the middle one', () => {
    const { text, isWhole } = report([toBot], fastify);
    expect(text).toContain('| 1 | to a bot | >= 0.40 x | 400 | 0.50 | 1.00 | 2.00 | 50 | 1.00 | 10 = 10 = 10 |');
    expect(text).toContain('|  | bare Fastify, 32 connections |  | 1,000 | 1.00 |');
    expect(isWhole).toBe(true);
  });

  it('compares processor time with bare Fastify, too', () => {
    const slow = { ...toBot, found: [{ figures: { sent: 500, p50: 1, p99: 2, processor: 135 } }] };
    expect(report([slow], fastify).text).toContain('| 135 | 2.70 |');
  });

  it('has a second table for what is no throughput', () => {
    const start = { row: { number: '9', title: 'start', goal: '<= 300 ms' }, found: [{ figures: { start: 168.4 } }] };
    const { text } = report([start], new Map());
    expect(text).toContain('| 9 | start | <= 300 ms | start 168 ms |');
    expect(text).not.toContain('requests/s');
  });

  it('puts what a row measures beside its throughput into the second table', () => {
    const { figures } = through(4000);
    const found = [{ figures: { ...figures, delivered: 3900, deliveryP50: 1.5 } }];
    const { text } = report([{ ...toBot, row: { ...toBot.row, number: '5' }, found }], fastify);
    expect(text).toContain('| 5 | to a bot | >= 0.40 x | 4,000 |');
    expect(text).toContain('| 5 | to a bot | >= 0.40 x | 3,900 delivered/s, delivery p50 1.50 ms |');
  });

  it('says so when a message that was accepted did not reach the bot', () => {
    const { text, isWhole } = report([toBot, { ...toBot, found: [sent(20), sent(20, 9), sent(20)] }], fastify);
    expect(isWhole).toBe(false);
    expect(text).toContain('- row 1: accepted, stored, delivered: 10, 10, 9');
  });

  it('takes a message between people for whole when it is stored', () => {
    const found = [{ ...through(10), counts: { accepted: 10, stored: 10 } }];
    expect(report([{ ...toBot, found }], fastify).isWhole).toBe(true);
    const lost = [{ ...through(10), counts: { accepted: 10, stored: 9 } }];
    expect(report([{ ...toBot, found: lost }], fastify).isWhole).toBe(false);
  });
});
