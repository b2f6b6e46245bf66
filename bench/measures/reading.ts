import { accessToken } from '../access-token.ts';
import { BOB, type Build, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import { load } from '../processes.ts';
import { BODY_BYTES, bodyFor, type Scale, type Target, targetOf, throughput, undisturbed } from './throughput.ts';

/** A page of 20 messages, the newest of a chat between two people. */
export async function historyPage(build: Build, connections: number, scale: Scale): Promise<Found> {
  const portal = await startPortal(build, { memory: true });
  const dialogId = String(BOB);
  const chat = { ...targetOf(portal, 'im.message.add'), bodies: [bodyFor(dialogId)], connections: 1 };
  await load({ ...chat, until: { requests: 100 } });
  const body = JSON.stringify({ DIALOG_ID: dialogId }).padEnd(BODY_BYTES);
  const what = { ...targetOf(portal, 'im.dialog.messages.get'), bodies: [body], connections };
  const { figures } = await throughput(portal.pid, what, scale);
  await portal.stop();
  return { figures };
}

/** The same call through a webhook and with an access token: what it costs to see who calls. */
export async function tokenCost(build: Build, connections: number, scale: Scale): Promise<Found> {
  const portal = await startPortal(build, { memory: true });
  const token = await accessToken(portal);
  const call = (target: Target, params: object) => {
    const bodies = [JSON.stringify(params).padEnd(BODY_BYTES)];
    return throughput(portal.pid, { ...target, bodies, connections }, scale);
  };
  const target = targetOf(portal, 'profile');
  const webhook = () => call(target, {});
  const oauth = () => call({ ...target, path: '/rest/profile' }, { auth: token });
  // Once for nothing: whichever goes first pays for what both have the compiler do. Then there and back again, because a
  // server that has worked for longer is a different one.
  await webhook();
  const [first, second, third, fourth] = [await webhook(), await oauth(), await oauth(), await webhook()];
  await portal.stop();
  return { figures: { tokenCost: undisturbed(second, third) / undisturbed(first, fourth) } };
}
