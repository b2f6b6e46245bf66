import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PortalEvent } from '#domain/event.ts';
import { onEachDatabase } from '../../test/databases.ts';
import { insertPortal } from '../../test/portal-in-store.ts';
import { readFacts, type Upgrade, writeFacts } from './facts.ts';
import { offlineEventStore } from './stores/offline-event-store.ts';
import { outbox } from './stores/outbox.ts';

/** What the first version wrote, as it wrote it: never changed. */
const V1 = JSON.parse(readFileSync(new URL('../../test/facts/v1.json', import.meta.url), 'utf8')) as readonly {
  readonly type: PortalEvent['type'];
  readonly facts: string;
}[];

/** What has to be read from that, in the words of today. One for every type of event, or it does not compile. */
const EVENTS = {
  messageAdded: {
    type: 'messageAdded',
    userId: 1,
    message: {
      id: 33,
      chatId: 5,
      chatType: 'private',
      authorId: 1,
      text: '/echo hello [USER=2]Bob[/USER]',
      isSystem: false,
      uuid: '11111111-2222-4333-8444-555555555555',
      createdAt: 1760000000000,
      previousId: 32,
      mentionedIds: [2],
      botIds: [22],
      skipConnector: false,
    },
  },
  messageChanged: {
    type: 'messageChanged',
    userId: 1,
    message: {
      id: 33,
      chatId: 5,
      chatType: 'open',
      authorId: 1,
      text: '/echo hello [USER=2]Bob[/USER]',
      isSystem: false,
      uuid: null,
      createdAt: 1760000000000,
      previousId: 32,
      mentionedIds: [2],
      botIds: [22],
      skipConnector: false,
    },
  },
  messageDeleted: {
    type: 'messageDeleted',
    userId: 1,
    message: {
      id: 33,
      chatId: 5,
      chatType: 'group',
      authorId: 1,
      text: '/echo hello [USER=2]Bob[/USER]',
      isSystem: true,
      uuid: '11111111-2222-4333-8444-555555555555',
      createdAt: 1760000000000,
      previousId: 32,
      mentionedIds: [2],
      botIds: [22],
      skipConnector: true,
    },
    botId: 22,
  },
  botJoinedChat: { type: 'botJoinedChat', userId: 1, chatId: 5, chatType: 'group', seesHistory: false },
  botDeleted: { type: 'botDeleted', userId: 1, code: 'echo' },
  commandInvoked: {
    type: 'commandInvoked',
    userId: 1,
    commandId: 7,
    command: 'echo',
    params: 'hello',
    context: 'textarea',
    message: {
      id: 33,
      chatId: 5,
      chatType: 'private',
      authorId: 1,
      text: '/echo hello [USER=2]Bob[/USER]',
      isSystem: false,
      uuid: '11111111-2222-4333-8444-555555555555',
      createdAt: 1760000000000,
      previousId: 32,
      mentionedIds: [2],
      botIds: [22],
      skipConnector: false,
    },
  },
  reactionChanged: {
    type: 'reactionChanged',
    userId: 1,
    reaction: 'like',
    isAdded: true,
    message: {
      id: 33,
      chatId: 5,
      chatType: 'private',
      authorId: 1,
      text: 'hello',
      isSystem: false,
      uuid: null,
      createdAt: 1760000000000,
      previousId: 32,
      mentionedIds: [],
      botIds: [22],
      skipConnector: false,
    },
  },
  contextGiven: { type: 'contextGiven', userId: 1, chatId: 5, context: { from: 'link' } },
  memberJoined: { type: 'memberJoined', userId: 1, chatId: 5 },
  applicationInstalled: { type: 'applicationInstalled', userId: 1, version: '1' },
  applicationUpdated: { type: 'applicationUpdated', userId: 1, version: '2', previousVersion: '1' },
  applicationRemoved: { type: 'applicationRemoved', userId: 1, isClean: true },
  testCalled: { type: 'testCalled', userId: 1, query: { v: '9', list: ['a', 'b'] } },
  offlineChanged: { type: 'offlineChanged', userId: 1 },
  userAdded: { type: 'userAdded', userId: 1, personId: 4 },
} as const satisfies { readonly [Type in PortalEvent['type']]: Extract<PortalEvent, { readonly type: Type }> };

const RECEIVER = 22;

describe('facts of events', () => {
  it('were written down by the first version for every type of event', () => {
    expect(V1.map(({ type }) => type).sort()).toEqual(Object.keys(EVENTS).sort());
  });

  it.each(V1)('of the first version are read: $type', ({ type, facts }) => {
    expect(readFacts(type, facts)).toEqual(EVENTS[type]);
  });

  it('are read as they are written', () => {
    for (const event of Object.values(EVENTS)) expect(readFacts(event.type, writeFacts(event))).toEqual(event);
  });

  describe('after two steps', () => {
    const named: Upgrade = (type, facts) => (type === 'userAdded' ? { ...facts, name: 'Bob' } : facts);
    const counted: Upgrade = (_, facts) => ({ ...facts, names: 'name' in facts ? 1 : 0 });
    const steps = [named, counted];

    it('go through each step that came after the version that wrote them', () => {
      const joined = { type: 'userAdded', userId: 1, personId: 4 };
      expect(readFacts('userAdded', writeFacts(joined, []), steps)).toEqual({ ...joined, name: 'Bob', names: 1 });
      expect(readFacts('userAdded', writeFacts(joined, [named]), steps)).toEqual({ ...joined, names: 0 });
      expect(readFacts('userAdded', writeFacts(joined, steps), steps)).toEqual(joined);
    });

    it('keep what is called a version in them', () => {
      const installed = EVENTS.applicationInstalled;
      expect(readFacts(installed.type, writeFacts(installed, steps), steps)).toEqual(installed);
    });

    it('of a version that is newer than the program are not guessed at', () => {
      expect(() => readFacts('userAdded', writeFacts({ userId: 1 }, steps))).toThrow('written by a newer Botyard');
    });
  });
});

onEachDatabase('events that the first version left', ({ store, write }) => {
  it('are delivered', async () => {
    await store().writeWith((session) =>
      session.query((db) =>
        db
          .insertInto('event')
          .values(V1.map(({ type, facts }) => ({ receiver_id: RECEIVER, lane: 0, type, facts, created_at: 1 }))),
      ),
    );
    const pending = await store().readWith((session) => outbox(session).listPending(RECEIVER, 0, 100));
    expect(pending.map(({ event }) => event)).toEqual(V1.map(({ type }) => EVENTS[type]));
  });

  it('are fetched', async () => {
    const { application } = await write(insertPortal);
    const queue = { applicationId: application.id, connector: '' };
    const rows = V1.map(({ type, facts }) => ({
      application_id: application.id,
      connector: '',
      event: type,
      message_id: type,
      // In a queue the type stood among the facts, too.
      facts: JSON.stringify({ type, ...(JSON.parse(facts) as object) }),
      changed_at: 1,
    }));
    await store().writeWith((session) => session.query((db) => db.insertInto('offline_event').values(rows)));
    const events = await store().readWith((session) =>
      offlineEventStore(session).listEvents(queue, { conditions: [], order: [] }, 100),
    );
    expect(events.map(({ event }) => event)).toEqual(V1.map(({ type }) => EVENTS[type]));
  });
});
