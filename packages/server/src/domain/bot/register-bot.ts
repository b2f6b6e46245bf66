import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import { type BotHandlers, bindHandlers } from '../application/bind-handlers.ts';
import { type ImageDraft, keepImage } from '../image.ts';
import { isEmailTaken } from '../user/email-taken.ts';
import { type Gender, NEW_USER, type UserDraft } from '../user/user.ts';
import type { Bot, BotFeatures, BotType } from './bot.ts';

/** How a bot presents itself. */
export interface BotProfile {
  readonly name: string;
  readonly lastName: string;
  readonly color: string;
  readonly email: string;
  readonly birthday: string;
  readonly workPosition: string;
  readonly website: string;
  readonly gender: Gender;
  readonly photo?: ImageDraft | null;
}

export interface NewBot extends BotFeatures {
  readonly generation: Bot['generation'];
  readonly code: string;
  readonly type: BotType;
  readonly isOpenline: boolean;
  readonly isHidden: boolean;
  /** For all bots of the application, of generation 1. */
  readonly handlers: BotHandlers;
  readonly profile: BotProfile;
}

export type RegisterRefusal = 'code_taken' | 'email_taken' | 'too_many_bots';

/** Whose it is instead is nobody else's business. */
export const CODE_TAKEN = { why: 'another bot of the portal has this code' } as const;
export const EMAIL_TAKEN = { why: 'somebody in the portal has this e-mail address' } as const;

/** The same code again by the same application changes nothing and answers with the bot that is there (R14). */
export async function registerBot(
  work: UnitOfWork,
  application: Application,
  draft: NewBot,
): Promise<Outcome<Bot, RegisterRefusal>> {
  await work.applications.lockApplication(application.id);
  const known = await accessCode(work, application.portalId, application, draft.code);
  if (!known.ok) return known;
  if (known.value) {
    const { portalId, receiverId } = known.value;
    work.announce({ type: 'receiverSetUp', portalId, receiverId });
    return done(known.value);
  }
  const room = await roomForBot(work, application, draft);
  if (!room.ok) return room;
  if (await isEmailTaken(work, application.portalId, draft.profile.email)) return refused('email_taken', EMAIL_TAKEN);

  const user = await work.users.insertUser(await toUser(work, application.portalId, draft.profile), work.now);
  const bot = await work.bots.insertBot(
    {
      id: user.id,
      portalId: application.portalId,
      applicationId: application.id,
      generation: draft.generation,
      code: draft.code,
      type: draft.type,
      isOpenline: draft.isOpenline,
      isHidden: draft.isHidden,
      eventMode: draft.eventMode,
      webhookUrl: draft.webhookUrl,
      hasReactions: draft.hasReactions,
      background: draft.background,
      registeredBy: draft.registeredBy,
    },
    work.now,
  );
  await bindHandlers(work, application.id, heardHandlers(draft));
  return done(bot);
}

/** The bot that has the code, if it is the application's own; undefined: nobody has it. */
export async function accessCode(
  work: Reading,
  portalId: number,
  application: Application | undefined,
  code: string,
): Promise<Outcome<Bot | undefined, 'code_taken'>> {
  const known = await work.bots.findByCode(portalId, code);
  return !known || known.applicationId === application?.id ? done(known) : refused('code_taken', CODE_TAKEN);
}

/** Whether the application may have a bot of that code: it has it, or has not as many as it may. */
export async function roomForBot(
  work: Reading,
  application: Application,
  { generation, code }: Pick<NewBot, 'generation' | 'code'>,
): Promise<Outcome<true, 'too_many_bots'>> {
  const siblings = (await work.bots.listOfApplication(application.id)).filter((bot) => bot.generation === generation);
  const max = work.settings.botLimit[generation];
  return siblings.length < max || siblings.some((bot) => bot.code === code)
    ? done(true)
    : refused('too_many_bots', { max });
}

/** Bots that answer only when spoken to do not follow edits unless they ask for it later (R18). */
function heardHandlers({ type, isOpenline, handlers }: NewBot): BotHandlers {
  if ((type !== 'bot' && type !== 'human') || isOpenline) return handlers;
  const { messageChanged, messageDeleted, ...heard } = handlers;
  return heard;
}

async function toUser(work: UnitOfWork, portalId: number, { photo, ...profile }: BotProfile): Promise<UserDraft> {
  return {
    ...NEW_USER,
    ...profile,
    portalId,
    isBot: true,
    photo: photo ? await keepImage(work, portalId, photo) : '',
  };
}
