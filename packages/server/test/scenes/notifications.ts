import { expect } from 'vitest';
import type { Contract } from '../contract/contract.ts';
import { type Answer, CLIENT_ID, type Person, type World } from '../world.ts';
import { ATTACH, WIDE_OVERSIZE, WRONG } from './message-parts.ts';
import { withScope, workgroup } from './people.ts';
import { NOBODY } from './refusals.ts';

/*
 * What people are told beside their chats.
 */

/** What somebody was told, as they see it. */
export async function notificationsOf(person: Person, more: Record<string, unknown> = {}): Promise<Answer['body'][]> {
  return (await person.ok('im.notify.get', more)).notifications;
}

/** One of these; undefined: they were not told that, or it is gone. */
export async function notificationSeenBy(person: Person, id: number): Promise<Answer['body']> {
  return (await notificationsOf(person)).find((one) => one.id === id);
}

/** Alice tells Bob something. */
export function notifyBob(world: World, more: Record<string, unknown> = {}): Promise<number> {
  return world.alice.ok('im.notify.personal.add', { USER_ID: world.bob.id, MESSAGE: 'Reminder', ...more });
}

/** Which of these are read, as Bob sees it: Y or N for each. */
export async function readByBob(world: World, ids: readonly number[]): Promise<string> {
  const seen = await notificationsOf(world.bob);
  return ids.map((id) => seen.find((one) => one.id === id)?.notify_read ?? '-').join('');
}

export const GROUP = 7;

/** A guest whom Alice has invited into the workgroup 7, with a webhook of their own. */
export async function invitedGuest(world: World): Promise<Person> {
  await workgroup(world, GROUP);
  const id: number = await world.alice.ok('user.add', {
    EMAIL: 'grace@example.com',
    EXTRANET: 'Y',
    SONET_GROUP_ID: [GROUP],
  });
  return withScope(world, { id }, ['im']);
}

/** The id of the invitation that the guest was told of. */
export async function invitationOf(guest: Person): Promise<number> {
  const [invitation] = await notificationsOf(guest);
  return invitation.id;
}

type Sending = Pick<Contract, 'method' | 'example' | 'errors'> & { readonly params: Contract['params'] };

/** What is the same for the methods that tell somebody something; `authorId` is who it comes from. */
export function sending(method: string, wrongAuth: string, authorId: number): Sending {
  const add = (more: Record<string, unknown>) => (world: World) => ({
    params: { USER_ID: world.bob.id, MESSAGE: 'Reminder', ...more },
  });
  const send = (world: World, more: Record<string, unknown> = {}): Promise<number> =>
    world.alice.ok(method, add(more)(world).params);
  const sent = async (world: World, more: Record<string, unknown> = {}) =>
    notificationSeenBy(world.bob, await send(world, more));
  return {
    method,
    example: async (world) =>
      add({ MESSAGE_OUT: 'Reminder (email)', TAG: 'TASK_42', SUB_TAG: 'TASK|42', CLIENT_ID })(world),
    errors: {
      [`WRONG_AUTH_TYPE: ${wrongAuth}`]: (world) => ({ ...add({})(world), auth: 'session' }),
      "USER_ID_EMPTY: User ID can't be empty": add({ USER_ID: 0, MESSAGE: '' }),
      "MESSAGE_EMPTY: Message can't be empty": add({ MESSAGE: ' \n', ATTACH: WIDE_OVERSIZE }),
      'ATTACH_OVERSIZE: You have exceeded the maximum allowable size of attach': add({ ATTACH: WIDE_OVERSIZE }),
      'ATTACH_ERROR: Incorrect attach params': add({ ATTACH: WRONG.ATTACH }),
    },
    params: {
      async USER_ID(world) {
        expect(await sent(world)).toMatchObject({ author_id: authorId, notify_type: authorId === 0 ? 4 : 2 });
        const own = await send(world, { USER_ID: world.alice.id });
        expect(await notificationSeenBy(world.alice, own)).toMatchObject({ text: 'Reminder' });
        // Nobody is told who cannot be, without an error (G9).
        const bot = await world.bot();
        for (const USER_ID of [NOBODY, bot]) expect(await send(world, { USER_ID })).toBe(false);
        await world.alice.ok('user.update', { ID: world.carol.id, ACTIVE: 'N' });
        expect(await send(world, { USER_ID: world.carol.id })).toBe(false);
        // A guest sees nobody but those they share a chat with.
        const toBob = { USER_ID: world.bob.id, MESSAGE: 'Hello' };
        expect(await world.dana.ok(method, toBob)).toBe(false);
        await world.bob.ok('im.chat.add', { USERS: [world.dana.id] });
        expect(await world.dana.ok(method, toBob)).toEqual(expect.any(Number));
      },
      async MESSAGE(world) {
        expect(await sent(world, { MESSAGE: ' [b]one[/b]#BR#two[BR]three ' })).toMatchObject({
          text: '[b]one[/b]\ntwo\nthree',
        });
      },
      async TAG(world) {
        const [first, other] = [await send(world, { TAG: 'T', CLIENT_ID }), await send(world, { TAG: 'U', CLIENT_ID })];
        const second = await send(world, { TAG: 'T', CLIENT_ID });
        // One tag for each person (G11).
        const carols = await send(world, { TAG: 'T', CLIENT_ID, USER_ID: world.carol.id });
        expect((await notificationsOf(world.bob)).map(({ id }) => id)).toEqual([second, other]);
        expect(first).toBeLessThan(second);
        expect(await notificationSeenBy(world.carol, carols)).toMatchObject({
          notify_tag: expect.stringMatching(/^MP\|\d+\|T$/),
        });
      },
      async SUB_TAG(world) {
        const ids = [await send(world, { SUB_TAG: 'S', CLIENT_ID }), await send(world, { SUB_TAG: 'S', CLIENT_ID })];
        const seen = await notificationsOf(world.bob);
        expect(seen.map(({ id }) => id)).toEqual(ids.reverse());
        expect(seen[0].notify_sub_tag).toMatch(/^MP\|\d+\|S$/);
      },
      async ATTACH(world) {
        expect(await sent(world, { ATTACH })).toMatchObject({ params: { ATTACH: [ATTACH] } });
        expect(await sent(world, { ATTACH: JSON.stringify(ATTACH) })).toMatchObject({ params: { ATTACH: [ATTACH] } });
        expect(await sent(world, { ATTACH: 'N' })).toMatchObject({ params: null });
      },
      async CLIENT_ID(world) {
        // Of a program that does not say which one it is, tags have no effect (G12).
        const nameless = [await send(world, { TAG: 'T' }), await send(world, { TAG: 'T' })];
        const named = await send(world, { TAG: 'T', CLIENT_ID });
        const others = await send(world, { TAG: 'T', CLIENT_ID: 'another-app' });
        expect((await notificationsOf(world.bob)).map(({ id }) => id)).toEqual([others, named, ...nameless.reverse()]);
        expect(new Set((await notificationsOf(world.bob)).map((one) => one.notify_tag)).size).toBe(3);
      },
    },
  };
}
