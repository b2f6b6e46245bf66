import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { WORKGROUP } from '../chat/entity-types.ts';
import { welcomeMembers } from '../chat/welcome-members.ts';
import { tellOfInvitation } from '../notification/workgroup-invitation.ts';
import { type SentFields, type SetValuesRefusal, setFieldValues } from '../user-field/set-values.ts';
import { isEmailTaken } from './email-taken.ts';
import { type PersonChange, type PersonChangeRefusal, withChange } from './person-change.ts';
import { NEW_USER, type User } from './user.ts';

/** Lists of people are looked through as a whole: with more than this, everybody would wait for them. */
const MOST_PEOPLE = 10_000;

export interface Invited {
  readonly email: string;
  readonly known: PersonChange;
  readonly fields: SentFields;
  readonly isExtranet: boolean;
  /** What a guest is let into: they see nobody else. */
  readonly workgroupIds: readonly number[];
}

export type InviteRefusal =
  | 'email_taken'
  | 'too_many_people'
  | 'no_workgroup'
  | 'workgroup_unknown'
  | 'no_department'
  | SetValuesRefusal
  | PersonChangeRefusal;

/** Asks somebody in: they are in the portal from now on, and count as invited until they come for the first time. */
export async function invitePerson(
  work: UnitOfWork,
  inviter: User,
  { email, known, fields, isExtranet, workgroupIds }: Invited,
): Promise<Outcome<User, InviteRefusal>> {
  const { portalId } = inviter;
  // Two at once would both find the last place.
  await work.portals.lockPortal(portalId);
  if (await isEmailTaken(work, portalId, email)) return refused('email_taken');
  if ((await work.users.countPeople(portalId)) >= MOST_PEOPLE) return refused('too_many_people');
  const chats = isExtranet ? await workgroupChats(work, portalId, workgroupIds) : done([]);
  if (!chats.ok) return chats;
  if (!isExtranet && !known.departments?.length) return refused('no_department');

  const nobody = { ...NEW_USER, portalId, email, isExtranet, isInvited: true };
  const draft = await withChange(work, nobody, isExtranet ? { ...known, departments: [] } : known);
  if (!draft.ok) return draft;
  const person = await work.users.insertUser({ ...draft.value, email }, work.now);
  const said = await setFieldValues(work, person, fields);
  if (!said.ok) return said;
  for (const chat of chats.value) {
    await work.chats.lockChat(chat.id);
    await welcomeMembers(work, inviter, chat, [person], { hidesHistory: true });
    await tellOfInvitation(work, inviter, person, chat);
  }
  return done(person);
}

/** A workgroup is known by the chat that belongs to it. */
async function workgroupChats(
  work: Reading,
  portalId: number,
  ids: readonly number[],
): Promise<Outcome<Chat[], 'no_workgroup' | 'workgroup_unknown'>> {
  if (ids.length === 0) return refused('no_workgroup');
  const chats: Chat[] = [];
  for (const id of ids) {
    const [chat] = await work.chats.listOfEntity(portalId, WORKGROUP, String(id));
    if (!chat) return refused('workgroup_unknown');
    chats.push(chat);
  }
  return done(chats);
}
