import { programName } from '#kit/program-name.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { sendMessage } from '../message/send-message.ts';
import { canAdminister } from '../user/administrator.ts';
import { fullName, NEW_USER, type User } from '../user/user.ts';
import { userOf } from './access-bot.ts';
import type { Bot } from './bot.ts';

/** Milliseconds that a bot may take no event before its owner is told. */
const LATE = 10 * 60_000;
const DAY = 24 * 60 * 60_000;

/** Tells the owners of bots that have been failing for long, once until they take events again. Returns how many. */
export async function tellOfLateBots(work: UnitOfWork, most: number): Promise<number> {
  await work.troubles.updateRecovered();
  const late = await work.troubles.listLate(work.now - LATE, most);
  for (const { receiverId, since, status, error } of late) {
    await work.troubles.updateLateTold(receiverId, work.now);
    const minutes = Math.round((work.now - since) / 60_000);
    await tellOwner(
      work,
      receiverId,
      (name) =>
        `Events for your bot ${name} have been waiting for ${minutes} minutes: ${error ?? `answered ${status}`}. They are tried for 24 hours.`,
    );
  }
  return late.length;
}

/** So many of its newest events were given up: too many wait. Told once a day. */
export async function tellOfOverflow(work: UnitOfWork, receiverId: number, count: number): Promise<void> {
  if (!(await work.troubles.updateOverflowTold(receiverId, work.now, work.now - DAY))) return;
  await tellOwner(
    work,
    receiverId,
    (name) =>
      `Too many events wait for your bot ${name}: the newest ${count} were given up. What waits is still tried.`,
  );
}

/** Its handler says that it is gone for good. */
export async function tellOfDisabled(work: UnitOfWork, receiverId: number, until: number): Promise<void> {
  const time = new Date(until).toISOString().slice(0, 16).replace('T', ' ');
  await tellOwner(
    work,
    receiverId,
    (name) =>
      `The handler of your bot ${name} says that it is gone (410): nothing is sent to it until ${time} UTC. A bot that registers again is tried at once.`,
  );
}

async function tellOwner(work: UnitOfWork, receiverId: number, inWords: (name: string) => string): Promise<void> {
  const bot = await work.bots.findByReceiver(receiverId);
  const owner = bot && (await ownerOf(work, bot));
  if (!bot || !owner) return;
  const text = inWords(fullName(await userOf(work, bot)));
  const way = `Why: ${programName()} events --failed --bot ${bot.code}`;
  await sendMessage(
    work,
    await ownBot(work, bot.portalId),
    { kind: 'user', userId: owner.id },
    {
      text: `${text}\n${way}`,
      params: {},
    },
  );
}

/** Who registered it, else who brought in its application, else an administrator; none who is dismissed. */
async function ownerOf(work: UnitOfWork, bot: Bot): Promise<User | undefined> {
  const application = await work.applications.findApplication(bot.applicationId);
  for (const id of [bot.registeredBy, application?.ownerId ?? 0]) {
    const person = id === 0 ? undefined : await work.users.findUser(id);
    if (person?.isActive && !person.isBot) return person;
  }
  return (await work.users.listPeople(bot.portalId)).find(canAdminister);
}

/**
 * The bot of the portal itself. It has no record of a bot beside it: it is in no list of bots, has no commands, and
 * counts for nobody's limit.
 */
async function ownBot(work: UnitOfWork, portalId: number): Promise<User> {
  await work.portals.lockPortal(portalId);
  const id = await work.portals.findOwnBot(portalId);
  const known = id === undefined ? undefined : await work.users.findUser(id);
  if (known) return known;
  const made = await work.users.insertUser({ ...NEW_USER, portalId, isBot: true, name: 'Botyard' }, work.now);
  await work.portals.updateOwnBot(portalId, made.id);
  return made;
}
