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
  // Once for nothing: whoever goes first pays for what both have the compiler do.
  await call(pathname, {});
  const found = { webhook: await call(pathname, {}), oauth: await call('/rest/', { auth: token }) };
  await portal.stop();
  return found;
}
