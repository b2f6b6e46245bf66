import { ALICE, BOB, type Build, type Place, type Portal, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import { type Bot, load, processorTimeOf } from '../processes.ts';
import { SENT_AT } from '../stamp.ts';
import { allDelivered, withBots } from './bots.ts';
import { bodyFor, refuse, type Scale, targetOf, throughput } from './throughput.ts';

const METHOD = 'im.message.add';

/** Messages of a burst for each millisecond that a measurement is meant to take. */
const BURST = 5;

/** Messages into a private chat with a bot that is alive; afterwards all must have been stored and delivered. */
export function toBot(build: Build, place: Place, connections: number, scale: Scale): Promise<Found> {
  return withBots(build, place, 1, async (portal, bots, [botId = '']) => {
    const what = { ...targetOf(portal, METHOD), bodies: [bodyFor(botId)], connections };
    const { accepted, figures } = await throughput(portal.pid, what, scale);
    const stored = await storedIn(portal, [botId]);
    return { figures, counts: { accepted, stored, delivered: await allDelivered(bots, accepted) } };
  });
}

/** Messages from one person to another; no bot hears of them. */
export async function toPerson(build: Build, place: Place, connections: number, scale: Scale): Promise<Found> {
  const portal = await startPortal(build, place);
  const dialogId = String(BOB);
  // The chat is there once something was written into it.
  await portal.call(ALICE, METHOD, { DIALOG_ID: dialogId, MESSAGE: 'first' });
  const before = await storedIn(portal, [dialogId]);
  const what = { ...targetOf(portal, METHOD), bodies: [bodyFor(dialogId)], connections };
  const { accepted, figures } = await throughput(portal.pid, what, scale);
  const stored = (await storedIn(portal, [dialogId])) - before;
  await portal.stop();
  return { figures, counts: { accepted, stored } };
}

async function storedIn(portal: Portal, dialogIds: readonly string[]): Promise<number> {
  let stored = 0;
  for (const dialogId of dialogIds) {
    const dialog = await portal.call(ALICE, 'im.dialog.get', { DIALOG_ID: dialogId });
    stored += (dialog as { message_count: number }).message_count;
  }
  return stored;
}

/**
 * A fixed number of messages, written as fast as 32 connections can, to bots each with a chat of its own: how many are
 * delivered in a second, from the first request to the last event, and what a message costs with its delivery.
 */
async function burst(portal: Portal, bots: Bot, botIds: readonly string[], { warmUp, duration }: Scale) {
  const what = { ...targetOf(portal, METHOD), bodies: botIds.map((id) => bodyFor(id)), connections: 32 };
  const warm = await load({ ...what, until: { milliseconds: warmUp } });
  const warmDelivered = await allDelivered(bots, warm.accepted);
  await bots.ask('forget');
  const before = processorTimeOf(portal.pid);
  const { accepted, refused, rate, p50, p99, beganAt } = await load({ ...what, until: { requests: BURST * duration } });
  refuse(warm.refused + refused);
  const delivered = await allDelivered(bots, accepted);
  const processor = (processorTimeOf(portal.pid) - before) / accepted;
  const { lastAt } = await bots.ask('report');
  return {
    figures: { sent: rate, delivered: (delivered * 1000) / (lastAt - beganAt), p50, p99, processor },
    counts: {
      accepted: warm.accepted + accepted,
      stored: await storedIn(portal, botIds),
      delivered: warmDelivered + delivered,
    },
  };
}

/** Events of one chat are delivered one after the other. */
export function deliveredInOneChat(build: Build, place: Place, scale: Scale): Promise<Found> {
  return withBots(build, place, 1, async (portal, bots, botIds) => {
    const { figures, counts } = await burst(portal, bots, botIds, scale);
    return { figures: { delivered: figures.delivered, processor: figures.processor }, counts };
  });
}

/** A burst to many bots; then, at a steady rate, how old messages are when they reach a bot. */
export function toManyBots(
  build: Build,
  place: Place,
  { bots: count, rate }: { bots: number; rate: number },
  scale: Scale,
): Promise<Found> {
  return withBots(build, place, count, async (portal, bots, botIds) => {
    const { figures, counts } = await burst(portal, bots, botIds, scale);
    const { pacedSent, deliveryP50, deliveryP99 } = await ages(portal, bots, botIds, rate, scale);
    return { figures: { ...figures, pacedSent, deliveryP50, deliveryP99 }, counts };
  });
}

/** From the moment a message is sent to the moment its event is at the bot's handler. */
export function latencyToHandler(build: Build, place: Place, rate: number, scale: Scale): Promise<Found> {
  return withBots(build, place, 1, async (portal, bots, botIds) => {
    const what = { ...targetOf(portal, METHOD), bodies: botIds.map((id) => bodyFor(id)), connections: 16 };
    // At full speed: at the rate that is measured, the compiler would still be at work when it is.
    const { accepted } = await load({ ...what, until: { milliseconds: scale.warmUp } });
    await allDelivered(bots, accepted);
    return { figures: await ages(portal, bots, botIds, rate, scale) };
  });
}

async function ages(portal: Portal, bots: Bot, botIds: readonly string[], rate: number, { duration }: Scale) {
  await bots.ask('forget');
  const bodies = botIds.map((id) => bodyFor(id, `${SENT_AT}${'0'.repeat(20)}`));
  const what = { ...targetOf(portal, METHOD), bodies, connections: 32, rate };
  const before = processorTimeOf(portal.pid);
  const { accepted, rate: pacedSent } = await load({ ...what, until: { milliseconds: duration } });
  await allDelivered(bots, accepted);
  const processor = (processorTimeOf(portal.pid) - before) / accepted;
  const { p50, p99 } = await bots.ask('report');
  return { pacedSent, deliveryP50: p50, deliveryP99: p99, processor };
}
