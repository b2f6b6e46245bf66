import { ALICE, type Portal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import type { LoadPlan } from '../load.ts';
import { load, processorTimeOf, startBareFastify } from '../processes.ts';

/** How long things are measured, and how much of them. */
export interface Scale {
  /** Milliseconds before a measurement, and of it. */
  readonly warmUp: number;
  readonly duration: number;
  /** How many messages a portal keeps in memory when that is measured, and the big database has. */
  readonly keptMessages: number;
  readonly bigDatabase: number;
}

export const BODY_BYTES = 256;

/** The body of `im.message.add`, filled up to the size that every server gets. */
export function bodyFor(dialogId: string, text = ''): string {
  return filled((MESSAGE) => ({ DIALOG_ID: dialogId, MESSAGE }), text);
}

/** The same with the parameters of another call. */
export function filled(params: (text: string) => object, text = ''): string {
  const empty = JSON.stringify(params(text));
  return JSON.stringify(params(text + 'x'.repeat(BODY_BYTES - empty.length)));
}

/** What is called. */
export type Target = Pick<LoadPlan, 'host' | 'port' | 'path' | 'headers'>;

/** A method, called by Alice. */
export function targetOf(portal: Portal, method: string): Target {
  const { hostname, port, pathname } = portal.addressOf(ALICE, method);
  return { host: hostname, port: Number(port), path: pathname };
}

/** A call that is sent over so many connections. */
export type Asked = Target & Pick<LoadPlan, 'bodies' | 'connections'>;

export interface Throughput {
  readonly figures: {
    readonly sent: number;
    readonly p50: number;
    readonly p99: number;
    readonly processor: number;
  };
  readonly accepted: number;
}

/**
 * Warms up with a load of its own, so that what is counted is the server at work and not its compiler. Nor is what a server
 * does in the pause before the load begins, as indexing what was written before.
 */
export async function throughput(pid: number, what: Asked, { warmUp, duration }: Scale): Promise<Throughput> {
  const warm = await load({ ...what, until: { milliseconds: warmUp } });
  let before = 0;
  const begins = () => {
    before = processorTimeOf(pid);
  };
  const { accepted, refused, rate, p50, p99 } = await load({ ...what, until: { milliseconds: duration } }, begins);
  const processor = (processorTimeOf(pid) - before) / accepted;
  refuse(warm.refused + refused);
  return { accepted: warm.accepted + accepted, figures: { sent: rate, p50, p99, processor } };
}

export function refuse(refused: number): void {
  if (refused > 0) throw new Error(`${refused} requests were refused`);
}

/** The yardstick: the same body, said back by a bare Fastify. */
export async function bareFastify(connections: number, scale: Scale): Promise<Found> {
  const server = await startBareFastify();
  const target = { host: '127.0.0.1', port: server.ports[0] ?? 0, path: '/echo' };
  const { figures } = await throughput(server.pid, { ...target, bodies: [bodyFor('21')], connections }, scale);
  await server.stop();
  return { figures };
}
