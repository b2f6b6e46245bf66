import { accessToken } from '../access-token.ts';
import { BOB, type Build, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import { load } from '../processes.ts';
import { costRatio } from './in-turn.ts';
import { BODY_BYTES, bodyFor, type Scale, type Target, targetOf, throughput } from './throughput.ts';

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
  const target = targetOf(portal, 'profile');
  const asked = (call: Target, params: object) => ({
    ...call,
    bodies: [JSON.stringify(params).padEnd(BODY_BYTES)],
    connections,
  });
  const { pid } = portal;
  const webhook = { pid, what: asked(target, {}) };
  const oauth = { pid, what: asked({ ...target, path: '/rest/profile' }, { auth: token }) };
  for (const { what } of [webhook, oauth]) await throughput(pid, what, scale);
  const ratio = await costRatio(oauth, webhook);
  await portal.stop();
  return { figures: { tokenCost: ratio } };
}
