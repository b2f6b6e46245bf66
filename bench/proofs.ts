import { accessToken } from './access-token.ts';
import { startPortal } from './processes.ts';
import { ALICE, BODY_BYTES, measured, type Scale, type Throughput } from './rows.ts';

export interface Proofs {
  readonly webhook: Throughput;
  readonly oauth: Throughput;
}

/** The same call through a webhook and with an access token: what it costs to see who calls. */
export async function proofs(connections: number, { warmUp, duration }: Scale): Promise<Proofs> {
  const portal = await startPortal({ memory: true });
  const token = await accessToken(portal);
  const { hostname, port, pathname } = new URL(
    portal.webhooks.find(({ userId }) => userId === ALICE)?.url ?? portal.url,
  );
  const call = (path: string, params: object) =>
    measured(portal.pid, {
      host: hostname,
      port: Number(port),
      path: `${path}profile`,
      body: JSON.stringify(params).padEnd(BODY_BYTES),
      connections,
      warmUp,
      duration,
    });
  const webhook = () => call(pathname, {});
  const oauth = () => call('/rest/', { auth: token });
  // Once for nothing: whoever goes first pays for what both have the compiler do. Then there and back again, as a server
  // that has worked for longer is another one.
  await webhook();
  const [first, second, third, fourth] = [await webhook(), await oauth(), await oauth(), await webhook()];
  await portal.stop();
  return { webhook: undisturbed(first, fourth), oauth: undisturbed(second, third) };
}

/** What disturbs a measurement only ever adds to it. */
function undisturbed(one: Throughput, other: Throughput): Throughput {
  return one.processor < other.processor ? one : other;
}
