import type { Application } from '#domain/application/application.ts';
import type { Change } from '#domain/event.ts';
import { canAdminister } from '#domain/user/administrator.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Happening } from './happening.ts';
import { ownersOf } from './noted-call.ts';

/** Who sees something happen. */
export type Audience =
  | { readonly kind: 'users'; readonly ids: readonly number[] }
  /** Administrators: it is about how the portal works, not about what somebody wrote. */
  | { readonly kind: 'administrators'; readonly and?: readonly number[] }
  /** All people of the portal. */
  | { readonly kind: 'everybody'; readonly portalId: number }
  /** Whoever may use the application. */
  | { readonly kind: 'users of'; readonly application: Application | undefined };

/** An audience for each kind of change: while a kind is missing, this file does not compile. */
export type Audiences<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: (work: Reading, change: Extract<C, { type: Type }>) => Promise<Audience>;
};

export const audiences: Audiences<Change> = {
  messageAdded: readersOf,
  messageChanged: readersOf,
  messageDeleted: readersOf,
  reactionChanged: readersOf,
  membersChanged: async (work, { chatId, formerIds }) => users([...(await membersOf(work, chatId)), ...formerIds]),
  chatRead: async (work, { chatId }) => users(await membersOf(work, chatId)),
  recentChanged: async (_, { userId }) => users([userId]),
  typing: async (work, { chatId, userId }) => users((await membersOf(work, chatId)).filter((id) => id !== userId)),
  textFieldChanged: async (work, { chatId }) => users(await membersOf(work, chatId)),
  // Who shares no chat with them asks how they are when they come upon them.
  presenceChanged: async (work, { userId }) => users([userId, ...(await work.users.listContactsOf(userId))]),
  notificationAdded: async (_, { userId }) => users([userId]),
  notificationsChanged: async (_, { userId }) => users([userId]),
  // What is gone is seen by nobody, and so is that the rest of it goes.
  leftBehind: async () => users([]),
  placementsChanged: async (work, { applicationId }) => ({
    kind: 'users of',
    application: await work.applications.findApplication(applicationId),
  }),
  // Which of them somebody is shown is told when their page asks.
  chatAppsChanged: async (_, { portalId }) => ({ kind: 'everybody', portalId }),
  // What is open is looked at again instead, and ended.
  accessChanged: async () => users([]),
  receiverSetUp: async () => users([]),
  receiverSwitched: async () => users([]),
  eventRecorded: async () => ADMINISTRATORS,
};

const ADMINISTRATORS: Audience = { kind: 'administrators' };

/** Whether somebody sees it happen, as the chats and people are now. */
export async function isSeenBy(work: Reading, happening: Happening, userId: number): Promise<boolean> {
  const audience = await audienceOf(work, happening);
  if (audience.kind === 'users') return audience.ids.includes(userId);
  if (audience.kind === 'administrators' && audience.and?.includes(userId)) return true;
  const user = await work.users.findUser(userId);
  if (!user) return false;
  if (audience.kind === 'users of') return mayOpen(user, audience.application);
  return audience.kind === 'everybody' ? isPersonOf(user, audience.portalId) : canAdminister(user);
}

/** Tells who sees a change; what only administrators see is for their feed, and not for every page. */
export async function audienceIn(work: Reading, change: Change): Promise<(userId: number) => boolean> {
  const audience = await audienceOfChange(work, change);
  if (audience.kind === 'users') {
    const ids = new Set(audience.ids);
    return (userId) => ids.has(userId);
  }
  if (audience.kind === 'administrators') return () => false;
  if (audience.kind === 'everybody') return () => true;
  const allowed = audience.application?.allowedUserIds;
  return (userId) => allowed?.includes(userId) ?? true;
}

async function audienceOf(work: Reading, happening: Happening): Promise<Audience> {
  switch (happening.kind) {
    case 'change':
      return audienceOfChange(work, happening.change);
    case 'trying':
    case 'tried':
    case 'notice':
      return ADMINISTRATORS;
    case 'call':
      return { kind: 'administrators', and: await ownersOf(work, happening.call) };
  }
}

function audienceOfChange<Type extends Change['type']>(
  work: Reading,
  change: Extract<Change, { type: Type }>,
): Promise<Audience> {
  return audiences[change.type as Type](work, change);
}

/** What is removed is told of to those who had it. */
function mayOpen(user: User, application: Application | undefined): boolean {
  return isPersonOf(user, application?.portalId) && (application?.allowedUserIds?.includes(user.id) ?? true);
}

function isPersonOf({ portalId, isActive, isBot }: User, ofPortal: number | undefined): boolean {
  return portalId === ofPortal && isActive && !isBot;
}

/** The members of a chat, without those who joined it later and see nothing of what was before. */
async function readersOf(
  work: Reading,
  { chatId, messageId }: { readonly chatId: number; readonly messageId: number },
): Promise<Audience> {
  const members = await work.members.listOfChat(chatId);
  return users(members.filter(({ historyAfter }) => messageId > historyAfter).map(({ userId }) => userId));
}

async function membersOf(work: Reading, chatId: number): Promise<number[]> {
  return (await work.members.listOfChat(chatId)).map(({ userId }) => userId);
}

function users(ids: readonly number[]): Audience {
  return { kind: 'users', ids };
}
