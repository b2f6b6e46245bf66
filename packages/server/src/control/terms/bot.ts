import { z } from 'zod';
import type { Bot } from '#domain/bot/bot.ts';
import { listBots } from '#domain/bot/list-bots.ts';
import { fullName } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { eventArchive } from '#storage/stores/event-archive.ts';
import { outbox } from '#storage/stores/outbox.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { eventMode } from './event-mode.ts';

/*
 * What the commands about bots have in common.
 */

export const bot = z.string().describe('A bot: id, code or name');

/** How events go to a bot, after a command changed it. */
export const deliveryOfBot = z.strictObject({
  botId: z.number(),
  name: z.string(),
  events: eventMode,
  waiting: z.number().describe('Events that wait to be delivered, or to be fetched'),
  retries: z.boolean().describe('false: what fails is not tried again'),
  pausedAt: z.number().nullable().describe('Since when nothing is sent, milliseconds since 1970; null: it is sent'),
});

/** A bot by id, code or name; hidden ones by id and code. */
export async function botCalled(work: Reading, portalId: number, name: string): Promise<Bot> {
  const wanted = name.trim();
  const byId = /^\d{1,15}$/.test(wanted) ? await work.bots.findBot(Number(wanted)) : undefined;
  if (byId?.portalId === portalId) return byId;
  const byCode = await work.bots.findByCode(portalId, wanted);
  if (byCode) return byCode;
  const all = await listBots(work, portalId);
  const found = all.filter(({ user }) =>
    [user.name, fullName(user)].some((one) => one.toLowerCase() === wanted.toLowerCase()),
  );
  const listed = (some: typeof all) => some.map(({ user }) => `${fullName(user)} (${user.id})`).join(', ');
  const [only, another] = found;
  if (!only) throw new Complaint(`There is no bot called "${name}". There are: ${listed(all) || 'none yet'}`);
  if (another) throw new Complaint(`"${name}" fits several bots: ${listed(found)}. Use the id`);
  return only.bot;
}

/** The same for what is of use only where the bot is called at its handler, or was: what waited then is sent there still. */
export async function calledBot(portal: ControlledPortal, name: string): Promise<Bot> {
  const found = await portal.store.read((work) => botCalled(work, portal.portalId, name));
  if (found.eventMode === 'fetch' && (await countPending(portal, found)) === 0)
    throw new Complaint(
      `"${name}" fetches its events itself: nothing is sent to it that could be held or tried. To let it fetch its dead letters again: ${programName()} replay ${found.id}`,
    );
  return found;
}

function countPending({ store }: ControlledPortal, { receiverId }: Bot): Promise<number> {
  return store.readWith((session) => eventArchive(session).countPending(receiverId));
}

export async function presentDelivery(portal: ControlledPortal, bot: Bot) {
  const { store } = portal;
  const { id: botId, receiverId, eventMode: events } = bot;
  const user = await store.read((work) => work.users.findUser(botId));
  const { retries, pausedAt } = await store.readWith((session) => outbox(session).findDeliveryState(receiverId));
  const pending = await countPending(portal, bot);
  const kept = await store.readWith((session) => eventArchive(session).countKept(receiverId));
  const waiting = pending + kept;
  return { botId, name: user ? fullName(user) : '', events, waiting, retries, pausedAt };
}
