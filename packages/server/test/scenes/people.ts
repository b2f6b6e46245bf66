import { Profile } from '#domain/user/profile.ts';
import type { User } from '#domain/user/user.ts';
import { issueWebhook } from '#domain/webhook/issue-webhook.ts';
import { type Answer, calling, type Person, post, type World } from '../world.ts';

/** Somebody is now as `change` says. */
export async function changeUser(world: World, id: number, change: Partial<User>): Promise<void> {
  await world.app.store.write(async (work) => {
    const user = await work.users.findUser(id);
    if (!user) throw new Error(`Nobody has the id ${id}`);
    await work.users.updateUser({ ...user, ...change }, work.now);
  });
}

/** Somebody of the company has telephones. */
export async function callable(world: World, id: number): Promise<void> {
  const numbers = { workPhone: '+11234567890', personalMobile: '+11234567891', innerPhone: '21' };
  await changeUser(world, id, { profile: Profile.of([1], numbers) });
}

/** Somebody gives a sign of life. */
export async function seeActive(world: World, id: number): Promise<void> {
  await world.app.store.write((work) => work.users.updateLastActivity(id, work.now));
}

/** The same person over another webhook, with these permissions only. */
export async function withScope(world: World, person: Pick<Person, 'id'>, scope: readonly string[]): Promise<Person> {
  const code = await world.app.store.write(async (work) => {
    const user = await work.users.findUser(person.id);
    if (!user) throw new Error(`Nobody has the id ${person.id}`);
    return (await issueWebhook(work, user, { scope, title: scope.join(' ') })).code;
  });
  const webhookUrl = `${world.app.url}/rest/${person.id}/${code}/`;
  const call: Person['call'] = (method, params = {}) => post(`${webhookUrl}${method}`, params);
  return { id: person.id, webhookUrl, ...calling(call) };
}

/** A workgroup with a chat, in which are Alice, who made it, and Bob. */
export async function workgroup(world: World, id: number): Promise<number> {
  await world.alice.ok('im.chat.add', { USERS: [world.bob.id], ENTITY_TYPE: 'SONET_GROUP', ENTITY_ID: id });
  return id;
}

/** So many more people work in the portal. */
export async function fillPortal(world: World, count: number): Promise<void> {
  await world.app.store.writeWith((session) =>
    session.exec(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
       insert into "user"(portal_id, name, created_at) select ${world.app.cast.portalId}, 'N' || i, 0 from n`,
    ),
  );
}

/** What the portal says of a user, a bot too. */
export function userSeenBy(reader: Person, id: number): Promise<Answer['body']> {
  return reader.ok('im.user.get', { ID: id });
}
