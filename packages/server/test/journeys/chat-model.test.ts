import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amount } from '../amount.ts';
import { onBothDatabases } from '../databases.ts';
import { inWorld, type Person, type World } from '../world.ts';
import { ChatModel, type ModelChat } from './chat-model.ts';

/** What one of them does; `with` says to whom, where or to which line, as far as that matters. */
const action = fc.record({
  by: fc.constantFrom('alice', 'bob', 'alice', 'bob', 'carol'),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant('send' as const) },
    { weight: 3, arbitrary: fc.constantFrom('read', 'unread', 'edit', 'delete') },
    { weight: 8, arbitrary: fc.constantFrom('hide', 'pin', 'mark', 'hide', 'unpin', 'unmark', 'mute', 'unmute') },
    { weight: 1, arbitrary: fc.constantFrom('add', 'remove') },
    { weight: 1, arbitrary: fc.constantFrom('leave', 'readAll', 'status') },
  ),
  where: fc.constantFrom('group', 'other group', 'alice', 'bob', 'carol', 'group'),
  whom: fc.constantFrom('alice', 'bob', 'carol'),
  share: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** What is written is made of these, so that lines are found by what they share. */
const WORDS = ['apple', 'apply', 'river', 'rivet', 'stone'];

const wordAt = (share: number) => WORDS[Math.floor(share * WORDS.length)] ?? '';

/** Two words, and what no other line has. */
function textOf(share: number): string {
  return `${wordAt(share)} ${wordAt((share * 7) % 1)} ${String(share).replace('.', '')}`;
}

interface Item {
  readonly id: number | string;
  readonly message: object;
  readonly counter: number;
  readonly unread: boolean;
}

/** The same on a portal and in the model. */
class Trial {
  readonly model = new ChatModel();
  readonly #world: World;
  readonly #groups: Readonly<Record<string, string>>;

  constructor(world: World, groups: Readonly<Record<string, string>>) {
    this.#world = world;
    this.#groups = groups;
    for (const dialog of Object.values(groups)) this.model.group(dialog, world.alice.id, [world.bob.id]);
  }

  /** Does it on the portal and in the model. */
  async take({ by, does, where, whom, share }: Action): Promise<void> {
    this.#world.clock.advance(1_000);
    const person = this.#world[by];
    const dialog = this.#groups[where] ?? this.#world[where as 'alice'].id;
    const chat = this.#chatOf(person, dialog);
    if (does === 'send') return this.#send(person, dialog, textOf(share));
    if (does === 'add' || does === 'remove' || does === 'leave')
      return this.#member(
        person,
        typeof dialog === 'string' ? dialog : (this.#groups.group ?? ''),
        does,
        this.#world[whom].id,
      );
    if (does === 'edit' || does === 'delete' || does === 'unread' || does === 'read')
      return this.#line(person, dialog, chat, does, share);
    if (does === 'readAll') {
      await person.ok('im.dialog.read.all');
      for (const one of this.model.chats.values()) this.model.read(person.id, one);
    } else if (does === 'status') {
      const STATUS = ['online', 'dnd', 'away', 'break'][Math.floor(share * 4)] ?? '';
      await person.ok('im.user.status.set', { STATUS });
      this.model.statuses.set(person.id, STATUS);
    } else await this.#mark(person, dialog, chat, does);
  }

  /** Whoever does something with their notes, or looks for them, opens them (R40). */
  #chatOf({ id }: Person, dialog: number | string): ModelChat | undefined {
    return dialog === id ? this.model.privateOf(id, id) : this.model.find(id, dialog);
  }

  async #send(person: Person, dialog: number | string, MESSAGE: string): Promise<void> {
    const { body } = await person.call('im.message.add', { DIALOG_ID: dialog, MESSAGE });
    const chat =
      typeof dialog === 'number' ? this.model.privateOf(person.id, dialog) : this.model.find(person.id, dialog);
    expect(body.error === undefined).toBe(chat !== undefined);
    if (chat) this.model.write(chat, person.id, MESSAGE, body.result);
  }

  async #member(person: Person, dialog: string, does: 'add' | 'remove' | 'leave', user: number): Promise<void> {
    const CHAT_ID = Number(dialog.slice(4));
    if (does === 'add') {
      await person.call('im.chat.user.add', { CHAT_ID, USERS: [user] });
      return this.model.invite(person.id, dialog, user);
    }
    const target = does === 'leave' ? person.id : user;
    if (does === 'leave') await person.call('im.chat.leave', { CHAT_ID });
    else await person.call('im.chat.user.delete', { CHAT_ID, USER_ID: target });
    this.model.takeOut(person.id, dialog, target);
  }

  /** Some line that is known by its id. */
  async #line(person: Person, DIALOG_ID: number | string, chat: ModelChat | undefined, does: string, share: number) {
    const known = (chat?.lines ?? []).filter(({ id }) => id !== undefined);
    const line = known[Math.floor(share * (known.length + 1))];
    const place = chat?.places.get(person.id);
    if (does === 'read') {
      await person.ok('im.dialog.read', { DIALOG_ID, MESSAGE_ID: line?.id });
      if (chat) this.model.read(person.id, chat, line?.at);
    } else if (line && place && does === 'unread') {
      await person.ok('im.dialog.unread', { DIALOG_ID, MESSAGE_ID: line.id });
      place.readTo = Math.min(place.readTo, line.at - 1);
    } else if (line?.author === person.id && !line.isGone && line.at > (place?.hiddenBefore ?? 0)) {
      if (does === 'edit')
        await person.ok('im.message.update', { MESSAGE_ID: line.id, MESSAGE: `${line.text} edited` });
      else await person.ok('im.message.delete', { MESSAGE_ID: line.id });
      line.text = does === 'edit' ? `${line.text} edited` : 'This message was deleted';
      line.isGone = does === 'delete';
    }
  }

  async #mark(person: Person, DIALOG_ID: number | string, chat: ModelChat | undefined, does: string): Promise<void> {
    const place = chat?.places.get(person.id);
    const isOn = !does.startsWith('un');
    if (does.endsWith('mute')) await person.call('im.chat.mute', { DIALOG_ID, MUTE: isOn });
    else if (does.endsWith('pin')) await person.call('im.recent.pin', { DIALOG_ID, PIN: isOn });
    else if (does.endsWith('mark')) await person.ok('im.recent.unread', { DIALOG_ID, ACTION: isOn });
    else await person.ok('im.recent.hide', { DIALOG_ID });
    if (!chat || !place) return;
    if (does.endsWith('mute')) place.isMuted = isOn && chat.dialog !== undefined;
    else if (does === 'hide') Object.assign(place, { hiddenTo: chat.newest, isPinned: false, isMarked: false });
    else if (does === 'unmark') this.model.read(person.id, chat);
    else if (does === 'mark') place.isMarked = chat.newest > 0;
    else place.isPinned = isOn;
    if (isOn && (does === 'pin' || does === 'mark')) place.hiddenTo = 0;
  }

  /** What the portal tells each of them is what the model says. */
  async compare(): Promise<void> {
    const { alice, bob, carol } = this.#world;
    for (const person of [alice, bob, carol]) {
      const all = await this.compareRecent(person);
      const { items } = await person.ok('im.recent.list', { LIMIT: 2, OFFSET: 1 });
      expect(items).toEqual(all.slice(1, 3));
      const unread = await person.ok('im.recent.list', { UNREAD_ONLY: 'Y' });
      expect(unread.items).toEqual(all.filter((one) => one.counter > 0 || one.unread));
      await this.#compareCounters(person);
      expect(await person.ok('im.user.status.get')).toBe(this.model.statuses.get(person.id) ?? false);
      for (const dialog of [...Object.values(this.#groups), alice.id, bob.id, carol.id])
        await this.#compareChat(person, dialog, all);
    }
  }

  async compareRecent(person: Person): Promise<Item[]> {
    const expected = this.model.recentOf(person.id);
    const all = await person.ok('im.recent.get');
    expect(all).toMatchObject(expected);
    expect(all).toHaveLength(expected.length);
    return all;
  }

  async #compareCounters(person: Person): Promise<void> {
    const { sums, counts, marked } = this.model.countersOf(person.id);
    const told = await person.ok('im.counters.get');
    expect(told.TYPE).toMatchObject(sums);
    for (const [name, byId] of Object.entries(counts))
      expect({ [name]: told[name] }).toEqual({ [name]: byId.size > 0 ? Object.fromEntries(byId) : [] });
    for (const [name, ids] of Object.entries(marked))
      expect({ [name]: told[name].sort() }).toEqual({ [name]: ids.sort() });
  }

  async #compareChat(person: Person, dialog: number | string, recent: readonly Item[]): Promise<void> {
    const chat = this.#chatOf(person, dialog);
    const { body } = await person.call('im.dialog.get', { DIALOG_ID: dialog });
    expect(body.error === undefined).toBe(chat !== undefined);
    if (!chat) return;
    const ids = [...chat.places.keys()].sort();
    expect(body.result.counter).toBe(chat.unreadOf(person.id));
    expect(body.result.mute_list).toEqual(ids.filter((id) => chat.places.get(id)?.isMuted));
    await this.#compareSearch(person, chat, body.result.id);
    const users = await person.ok('im.dialog.users.list', { DIALOG_ID: dialog });
    expect(users).toMatchObject(ids.map((id) => ({ id, status: this.model.statuses.get(id) ?? 'online' })));
    const item = recent.find(({ id }) => id === dialog);
    const newest = chat.lines.at(-1);
    if (item && newest?.id !== undefined) expect(item.message).toMatchObject({ id: newest.id, text: newest.text });
  }

  /** By a beginning that words share, a whole word, two of them, and what only changed lines have. */
  async #compareSearch(person: Person, chat: ModelChat, CHAT_ID: number): Promise<void> {
    for (const wanted of [['appl'], ['river'], ['stone', 'riv'], ['edited'], ['nothing']]) {
      const params = { CHAT_ID, SEARCH_MESSAGE: wanted.join(' '), LIMIT: 200 };
      const { messages } = await person.ok('im.dialog.messages.search', params);
      const ids = messages.map(({ id }: { id: number }) => id);
      expect({ wanted, ids }).toEqual({ wanted, ids: chat.foundBy(person.id, ...wanted) });
    }
  }
}

/** Milliseconds: eight hundred actions, after each of which lists are compared, on a slow machine that does other work. */
const LONGEST = 600_000;

onBothDatabases('what people see of their chats', () => {
  it(
    'is what was done in them, whatever they do',
    () =>
      fc.assert(
        fc.asyncProperty(fc.noBias(fc.array(action, { minLength: 200, maxLength: 200 })), (actions) =>
          inWorld({}, async (world) => {
            const other = await world.alice.ok('im.chat.add', { USERS: [world.bob.id] });
            const trial = new Trial(world, { group: `chat${world.groupChatId}`, 'other group': `chat${other}` });
            trial.model.write(trial.model.find(world.alice.id, `chat${other}`) as ModelChat, 0);
            for (const [index, one] of actions.entries()) {
              await trial.take(one);
              await trial.compareRecent(world[one.by]);
              if (index % 50 === 49) await trial.compare();
            }
          }),
        ),
        { numRuns: amount({ usual: 1, full: 4 }), seed: 11, endOnFailure: true },
      ),
    LONGEST,
  );
});
