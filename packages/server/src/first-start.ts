import { addMember } from '#domain/chat/add-member.ts';
import { NO_ENTITY } from '#domain/chat/chat.ts';
import { rootDepartment } from '#domain/department/root-department.ts';
import { NOTHING_KNOWN, Profile } from '#domain/user/profile.ts';
import { NEW_USER, type User, type UserDraft } from '#domain/user/user.ts';
import { issueWebhook } from '#domain/webhook/issue-webhook.ts';
import { USUAL_SCOPE } from '#domain/webhook/usual-scope.ts';
import type { Store } from '#storage/store.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';

/*
 * What a fresh portal starts with: the cast that docs, examples and tests speak of, so that a newcomer has somebody
 * to be and somebody to write to.
 */

const CAST = [
  { id: 1, name: 'Alice', lastName: 'Arden', isAdmin: true, isExtranet: false, gender: 'F', workPosition: 'Owner' },
  { id: 2, name: 'Bob', lastName: 'Birch', isAdmin: false, isExtranet: false, gender: 'M', workPosition: 'Engineer' },
  { id: 3, name: 'Carol', lastName: 'Cedar', isAdmin: false, isExtranet: false, gender: 'F', workPosition: 'Designer' },
  { id: 4, name: 'Dana', lastName: 'Dale', isAdmin: false, isExtranet: true, gender: 'F', workPosition: 'Guest' },
] as const;

export interface Cast {
  readonly portalId: number;
  readonly people: readonly User[];
  /** 0: there is none. */
  readonly groupChatId: number;
  /** One webhook for each person who has any. */
  readonly webhooks: readonly { readonly userId: number; readonly code: string; readonly scope: readonly string[] }[];
}

/**
 * The people, the group chat and the webhooks of a portal; makes them when there is no portal yet, or, without
 * `withCast`, only the portal: nobody has a key to a place that is to be opened to the world.
 */
export async function firstStart(store: Store, { withCast }: { readonly withCast: boolean }): Promise<Cast> {
  return store.write(async (work) => {
    const portal = await work.portals.findByHost('localhost');
    if (portal) return loadCast(work, portal.id);
    const portalId = await work.portals.insertPortal({ memberId: work.random.hex(32), language: 'en', now: work.now });
    return withCast ? makeCast(work, portalId) : loadCast(work, portalId);
  });
}

async function makeCast(work: UnitOfWork, portalId: number): Promise<Cast> {
  const people: User[] = [];
  const company = await rootDepartment(work, portalId);
  for (const person of CAST) people.push(await work.users.insertUser(toDraft(portalId, company, person), work.now));
  const [alice, bob] = people as [User, User];
  const chat = await work.chats.insertChat(
    {
      portalId,
      type: 'group',
      title: 'Team',
      description: 'Where the echo bot listens',
      color: 'green',
      avatar: '',
      ownerId: alice.id,
      entity: NO_ENTITY,
    },
    work.now,
  );
  await addMember(work, chat, alice, 'owner', 0);
  await addMember(work, chat, bob, 'member', 0);
  for (const person of people) await issueWebhook(work, person, { scope: USUAL_SCOPE, title: 'First webhook' });
  return loadCast(work, portalId);
}

async function loadCast(work: Reading, portalId: number): Promise<Cast> {
  const people = await work.users.listPeople(portalId);
  const webhooks = [];
  for (const person of people) {
    const [oldest] = await work.webhooks.listOfUser(person.id);
    if (oldest) webhooks.push({ userId: person.id, code: oldest.code, scope: oldest.webhook.scope });
  }
  return { portalId, people, groupChatId: (await work.chats.findOldestGroup(portalId)) ?? 0, webhooks };
}

function toDraft(portalId: number, company: number, person: (typeof CAST)[number]): UserDraft {
  return {
    ...NEW_USER,
    ...person,
    portalId,
    email: `${person.name.toLowerCase()}@example.com`,
    profile: person.isExtranet ? NOTHING_KNOWN : Profile.of([company]),
  };
}
