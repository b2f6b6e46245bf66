import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Notification, NotificationButton, NotificationKind } from './notification.ts';
import { announceChange } from './read-notifications.ts';
import {
  answerInvitation,
  INVITATION_BUTTONS,
  settleInvitation,
  WORKGROUP_INVITATION,
} from './workgroup-invitation.ts';

/** What the portal itself asks people. Applications cannot ask: they use the keyboard of a bot (G19). */
interface Question extends NotificationKind {
  readonly buttons: readonly NotificationButton[];
  /** Does what was chosen, and says so. */
  settle(work: UnitOfWork, person: User, about: Notification, agrees: boolean): Promise<string>;
  /** Passes on what the person writes, and says so; undefined: it cannot be passed on. */
  answer(work: UnitOfWork, person: User, about: Notification, text: string): Promise<string | undefined>;
}

const QUESTIONS: readonly Question[] = [
  { ...WORKGROUP_INVITATION, buttons: INVITATION_BUTTONS, settle: settleInvitation, answer: answerInvitation },
];

/** The buttons that can still be pressed. */
export function buttonsOf(notification: Notification): readonly NotificationButton[] {
  return (notification.isOpen && questionIn(notification)?.buttons) || [];
}

/** Presses a button; answers what the person is to read. undefined: they were not told that, or it has no such button. */
export async function pressButton(
  work: UnitOfWork,
  person: User,
  id: number,
  agrees: boolean,
): Promise<readonly string[] | undefined> {
  const asked = await findQuestion(work, person, id);
  const button = asked && buttonsOf(asked.about).find((one) => one.isAgreement === agrees);
  // Of two who press at once one is first.
  if (!button || !(await work.notifications.updateSettled(id))) return undefined;
  announceChange(work, person);
  return [await asked.question.settle(work, person, asked.about, agrees)];
}

/** Answers in the person's own words, whatever button was or will be pressed. */
export async function answerNotification(
  work: UnitOfWork,
  person: User,
  id: number,
  text: string,
): Promise<readonly string[] | undefined> {
  const asked = await findQuestion(work, person, id);
  const said = await asked?.question.answer(work, person, asked.about, text);
  return said === undefined ? undefined : [said];
}

async function findQuestion(
  work: Reading,
  person: User,
  id: number,
): Promise<{ readonly question: Question; readonly about: Notification } | undefined> {
  const about = await work.notifications.findNotification(id);
  const question = about?.userId === person.id ? questionIn(about) : undefined;
  return about && question && { question, about };
}

function questionIn({ module, event }: NotificationKind): Question | undefined {
  return QUESTIONS.find((one) => one.module === module && one.event === event);
}
