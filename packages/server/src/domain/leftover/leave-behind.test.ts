import { expect, it } from 'vitest';
import type { Session } from '#storage/session.ts';
import type { Tables } from '#storage/tables/tables.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { onEachDatabase, type TestStore } from '../../../test/databases.ts';
import { pendingEvents } from '../../../test/outbox-of.ts';
import { group, insertPortal, insertText, join, person } from '../../../test/portal-in-store.ts';
import { removeApplication } from '../application/remove-application.ts';
import { userOf } from '../bot/access-bot.ts';
import { unregisterBot } from '../bot/unregister-bot.ts';
import { accessDialog } from '../chat/access-chat.ts';
import { openPrivateChat } from '../chat/open-private-chat.ts';
import { sendInto } from '../message/send-message.ts';
import { deleteUserField } from '../user-field/shape-field.ts';
import type { UserFieldDraft } from '../user-field/user-field.ts';
import { addOutgoingWebhook } from '../webhook/add-outgoing-webhook.ts';
import { removeOutgoingWebhook } from '../webhook/remove-outgoing-webhook.ts';
import { emptyLeftovers } from './leave-behind.ts';

/** Rows that a step may delete, and the unit that takes something away. */
const STEP = 50;
const AT_ONCE = 200;
const MANY = AT_ONCE + 2 * STEP;

const TABLES = [
  'message',
  'reaction',
  'invocation',
  'command',
  'member',
  'application_option',
  'first_run',
  'token_family',
  'offline_event',
  'user_field_value',
  'user_file',
] as const satisfies readonly (keyof Tables)[];

/** Rows of the tables that are emptied, and events that wait. */
async function countRows(session: Session): Promise<number> {
  let count = 0;
  for (const table of TABLES) {
    const [row] = await session.query((db) => db.selectFrom(table).select((eb) => eb.fn.countAll().as('count')));
    count += Number(row?.count);
  }
  const waiting = await session.query((db) => db.selectFrom('event').select('id').where('state', 'in', [0, 4]));
  return count + waiting.length;
}

/**
 * Takes something away and empties the rest of it in steps, none of which deletes more than it may; answers how many rows
 * each of these units deleted. `meanwhile` runs before the first step.
 */
async function rowsByUnit(
  test: TestStore,
  takeAway: (work: UnitOfWork) => Promise<unknown>,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<number[]> {
  const counts = [await test.store().readWith(countRows)];
  await test.write(takeAway);
  counts.push(await test.store().readWith(countRows));
  await meanwhile();
  for (let emptied = STEP; emptied >= STEP; ) {
    emptied = await test.write((work) => emptyLeftovers(work, STEP));
    counts.push(await test.store().readWith(countRows));
  }
  expect(await test.store().read((work) => work.leftovers.findOldest())).toBeUndefined();
  const deleted = counts.slice(1).map((count, index) => (counts[index] ?? 0) - count);
  expect(deleted[0]).toBeLessThanOrEqual(AT_ONCE);
  expect(Math.max(...deleted.slice(1))).toBeLessThanOrEqual(STEP);
  return deleted;
}

async function times(count: number, run: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 1; n <= count; n += 1) await run(n);
}

onEachDatabase('what is taken away goes in steps, and is seen no more at once', (test) => {
  const { write, store } = test;

  /** A bot to which Alice has written a lot, in many groups, and that is behind with its events. */
  async function busyBot(work: UnitOfWork) {
    const portal = await insertPortal(work);
    const { alice, bot, chat, portalId } = portal;
    const opened = await openPrivateChat(work, alice, bot.id);
    if (!opened.ok) throw new Error(opened.reason);
    const joined = { type: 'botJoinedChat', userId: 1, chatId: 1, chatType: 'group', seesHistory: true } as const;
    await times(MANY, async (n) => {
      const message = await insertText(work, opened.value, alice, `line ${n}`);
      const invocation = { messageId: message.id, commandId: 30, botId: bot.id, chatId: chat.id, userId: alice.id };
      if (n % 3 === 0) await work.invocations.insertInvocation(invocation, work.now);
      if (n % 3 === 1) await work.reactions.insertReaction(message.id, alice.id, 'like', work.now);
      if (n % 3 === 2) await work.events.insertEvent(bot.receiverId, chat.id, joined, work.now);
      if (n % 10 === 0) {
        const other = await work.chats.insertChat(group(portalId, alice), work.now);
        for (const user of [alice, await userOf(work, bot)]) await join(work, other, user, user.id === bot.id);
      }
    });
    await join(work, chat, alice);
    await join(work, chat, await userOf(work, bot), true);
    return { ...portal, privateChat: opened.value };
  }

  it('of a bot its chats, events and calls', async () => {
    const { alice, bot, chat, privateChat } = await write(busyBot);
    const line = await store().read(async (work) => (await work.messages.listNewest(privateChat.id, 0, 1))[0]);
    const seen = () =>
      store().read(async (work) => ({
        privateChat: await accessDialog(work, alice, { kind: 'chat', chatId: privateChat.id }),
        dialog: await accessDialog(work, alice, { kind: 'user', userId: bot.id }),
        members: (await work.members.listOfChat(chat.id)).map(({ userId }) => userId),
        named: (await work.members.listNamedOfChat(chat.id)).length,
        count: await work.members.countOf(chat.id),
        place: await work.members.findMember(chat.id, bot.id),
      }));
    const nothing = {
      privateChat: { ok: false, reason: 'chat_not_found' },
      dialog: { ok: false, reason: 'chat_not_found' },
      members: [alice.id],
      named: 1,
      count: 1,
      place: undefined,
    };
    const steps = await rowsByUnit(
      test,
      async (work) => unregisterBot(work, bot, alice),
      async () => {
        expect(await seen()).toEqual(nothing);
        expect(await store().read((work) => work.messages.findMessage(line?.id ?? 0))).toBeDefined();
        const answer = { text: 'about that', params: {}, replyToId: line?.id ?? 0 };
        expect(await write((work) => sendInto(work, alice, chat, answer))).toMatchObject({ reason: 'reply_not_found' });
      },
    );
    expect(steps.length).toBeGreaterThan(3);
    expect(await seen()).toEqual(nothing);
    expect(await pendingEvents(test, bot.id)).toEqual([{ type: 'botDeleted', userId: alice.id, code: 'echo' }]);
    expect(await store().read((work) => work.chats.listPrivateOf(bot.id, 1))).toEqual([]);
    expect(await store().read((work) => work.members.listChatsOf(bot.id, 1))).toEqual([]);
  });

  it('of an application what it kept and was to fetch', async () => {
    const { application, alice } = await write(async (work) => {
      const portal = await insertPortal(work);
      const { id: applicationId } = portal.application;
      await work.firstRuns.insertFirstRun(applicationId, portal.alice.id);
      await times(MANY, async (n) => {
        const event = { type: 'userAdded', userId: 1, personId: n } as const;
        if (n % 3 === 0) await work.options.updateOption(applicationId, n, 'name', 'value');
        if (n % 3 === 1)
          await work.offlineEvents.insertEvent({ applicationId, connector: '' }, `${n}`, event, work.now);
        if (n % 3 === 2) await work.grants.updateFamily(`family ${n}`, applicationId, 1, work.now);
      });
      return portal;
    });
    const steps = await rowsByUnit(test, (work) => removeApplication(work, application, alice));
    expect(steps.length).toBeGreaterThan(2);
    // Its bot is still told of its end.
    expect(await store().readWith(countRows)).toBe(1);
  });

  it('of an outgoing webhook what was on its way', async () => {
    const { portalId, webhook } = await write(async (work) => {
      const { alice, portalId } = await insertPortal(work);
      const added = await addOutgoingWebhook(work, alice, {
        title: 'To the CRM',
        address: 'https://crm.example/',
        events: ['userAdded'],
      });
      if (!added.ok) throw new Error(added.reason);
      await times(MANY, () =>
        work.events.insertEvent(added.value.receiverId, 0, { type: 'userAdded', userId: 1, personId: 1 }, work.now),
      );
      return { portalId, webhook: added.value };
    });
    const steps = await rowsByUnit(test, (work) => removeOutgoingWebhook(work, portalId, webhook.id));
    expect(steps.slice(0, 2)).toEqual([AT_ONCE, STEP]);
    expect(await store().readWith(countRows)).toBe(0);
  });

  it('of a field of people what they have in it; its code is free', async () => {
    const { portalId, field, draft } = await write(async (work) => {
      const { portalId } = await insertPortal(work);
      const draft = { ...FIELD, portalId };
      const fieldId = await work.userFields.insertField(draft);
      await times(MANY, async (n) => {
        const { id: userId } = await work.users.insertUser(person(portalId, `Person ${n}`), work.now);
        await work.fieldValues.updateValues(fieldId, userId, [n]);
        const file = { fieldId, userId, name: 'a', content: Uint8Array.of(1) };
        if (n % 100 === 0) await work.fieldValues.insertFile(file, work.now);
      });
      const [field] = await work.userFields.listOfPortal(portalId);
      if (!field) throw new Error('The field is not there');
      return { portalId, field, draft };
    });
    const fields = () => store().read((work) => work.userFields.listOfPortal(portalId));
    const steps = await rowsByUnit(
      test,
      async (work) => deleteUserField(work, field),
      async () => {
        expect(await fields()).toEqual([]);
        await write((work) => work.userFields.insertField(draft));
      },
    );
    expect(steps.slice(0, 2)).toEqual([AT_ONCE, STEP]);
    expect(await fields()).toMatchObject([{ code: 'SKILL' }]);
    expect(await store().readWith(countRows)).toBe(0);
  });
});

const FIELD: Omit<UserFieldDraft, 'portalId'> = {
  code: 'SKILL',
  type: 'string',
  externalId: null,
  sort: 100,
  isMultiple: false,
  isMandatory: false,
  isSearchable: true,
  isFilter: false,
  isListed: true,
  isEditable: false,
  settings: {},
  labels: {},
};
