import type { Answer, Person, World } from '../world.ts';

/*
 * Recent chats, as somebody sees them.
 */

/** Ids of the chats in somebody's list, in its order. */
export async function recentIdsOf(person: Person, more: Record<string, unknown> = {}): Promise<(number | string)[]> {
  const { items } = await person.ok('im.recent.list', more);
  return items.map(({ id }: { id: number | string }) => id);
}

/** One of them; undefined when it is not in the list. */
export async function recentOf(
  person: Person,
  id: number | string,
  more: Record<string, unknown> = {},
): Promise<Answer['body']> {
  const { items } = await person.ok('im.recent.list', more);
  return items.find((item: { id: number | string }) => item.id === id);
}

/** The same of all of them, in one answer. */
export async function allRecentIdsOf(person: Person, more: Record<string, unknown> = {}): Promise<(number | string)[]> {
  return (await person.ok('im.recent.get', more)).map(({ id }: { id: number | string }) => id);
}

/** Alice writes to Bob, to Carol and into the group, a minute between each: their ids, the newest first. */
export async function threeDialogs({ alice, bob, carol, groupChatId, clock }: World): Promise<(number | string)[]> {
  const ids = [bob.id, carol.id, `chat${groupChatId}`];
  for (const DIALOG_ID of ids) {
    clock.advance(60_000);
    await alice.ok('im.message.add', { DIALOG_ID, MESSAGE: 'Hello' });
  }
  return ids.reverse();
}

/** A chat of an open channel that Alice and Bob are in. */
export async function openChannelChat({ alice, bob }: World): Promise<string> {
  const id: number = await alice.ok('im.chat.add', {
    USERS: [bob.id],
    ENTITY_TYPE: 'LINES',
    ENTITY_ID: 'livechat|1|7|9',
    MESSAGE: 'How can we help?',
  });
  return `chat${id}`;
}
