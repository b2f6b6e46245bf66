import fc from 'fast-check';
import { afterEach, beforeEach, it } from 'vitest';
import { describeInBrowser } from '../browser.ts';
import { expectEventsToExplain, openMessenger } from '../scenes/messenger.ts';
import { createWorld, type Person, type World } from '../world.ts';

/** What somebody does by methods, with whom, where and with which of the lines that are known. */
const act = fc.record({
  by: fc.constantFrom('alice', 'bob', 'alice', 'bob', 'carol', 'helper'),
  does: fc.constantFrom(
    ...['write', 'write', 'write', 'write', 'edit', 'edit', 'delete', 'like', 'read', 'unread', 'readAll'],
    ...['pin', 'unpin', 'hide', 'mark', 'unmark', 'mute', 'unmute', 'add', 'remove', 'leave', 'rename'],
    ...['complete', 'status', 'owner', 'color'],
  ),
  where: fc.constantFrom('group', 'group', 'other', 'alice', 'bob', 'carol', 'helper'),
  whom: fc.constantFrom('alice', 'bob', 'carol', 'helper'),
  share: fc.double({ min: 0, max: 0.999, noNaN: true }),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** With these, people leave whose having read was still shown. */
const SEEDS = [8, 12];
const ACTS = 120;
/** Acts after which the page is compared. */
const COMPARED_EVERY = 40;

describeInBrowser('a page that is open', (open) => {
  let world: World;
  let helper: number;
  let groups: Record<string, number>;
  const lines: number[] = [];
  beforeEach(async () => {
    world = await createWorld();
    helper = await world.bot({ code: 'helper' });
    const other = await world.alice.ok('im.chat.add', { TITLE: 'Other', USERS: [world.bob.id, world.carol.id] });
    groups = { group: world.groupChatId, other };
  });
  afterEach(() => world.close());

  const idOf = (name: string): number => (name === 'helper' ? helper : world[name as 'alice'].id);
  const dialogOf = (where: string) => (where in groups ? `chat${groups[where]}` : idOf(where));

  async function take({ by, does, where, whom, share }: Act): Promise<void> {
    world.clock.advance(1_000);
    const DIALOG_ID = dialogOf(where);
    const CHAT_ID = groups[where] ?? groups['group'];
    const MESSAGE_ID = lines[Math.floor(share * lines.length)] ?? 1;
    const MESSAGE = `${does} ${String(share).slice(2, 8)}`;
    if (by === 'helper') {
      const asBot = { BOT_ID: helper, CLIENT_ID: 'test-app' };
      if (does === 'write') return note(await world.alice.call('imbot.message.add', { ...asBot, DIALOG_ID, MESSAGE }));
      if (does === 'edit') await world.alice.call('imbot.message.update', { ...asBot, MESSAGE_ID, MESSAGE });
      if (does === 'complete') await world.alice.call('imbot.message.delete', { ...asBot, MESSAGE_ID, COMPLETE: 'Y' });
      if (does === 'delete') await world.alice.call('imbot.message.delete', { ...asBot, MESSAGE_ID });
      if (does === 'leave') await world.alice.call('imbot.chat.leave', { ...asBot, CHAT_ID });
      return;
    }
    const { call }: Person = world[by];
    const USERS = [idOf(whom)];
    if (does === 'write') return note(await call('im.message.add', { DIALOG_ID, MESSAGE }));
    // Who looks on would soon see little if she left, or was taken out, as often as others.
    const isRare = (does === 'leave' && by === 'alice') || (does === 'remove' && whom === 'alice');
    if (isRare && share > 0.2) return;
    const calls: Record<string, () => Promise<unknown>> = {
      edit: () => call('im.message.update', { MESSAGE_ID, MESSAGE }),
      delete: () => call('im.message.delete', { MESSAGE_ID }),
      like: () => call('im.message.like', { MESSAGE_ID }),
      read: () => call('im.dialog.read', { DIALOG_ID, MESSAGE_ID }),
      unread: () => call('im.dialog.unread', { DIALOG_ID, MESSAGE_ID }),
      readAll: () => call('im.dialog.read.all'),
      pin: () => call('im.recent.pin', { DIALOG_ID }),
      unpin: () => call('im.recent.pin', { DIALOG_ID, PIN: 'N' }),
      hide: () => call('im.recent.hide', { DIALOG_ID }),
      mark: () => call('im.recent.unread', { DIALOG_ID }),
      unmark: () => call('im.recent.unread', { DIALOG_ID, ACTION: 'N' }),
      mute: () => call('im.chat.mute', { DIALOG_ID }),
      unmute: () => call('im.chat.mute', { DIALOG_ID, MUTE: 'N' }),
      add: () => call('im.chat.user.add', { CHAT_ID, USERS, HIDE_HISTORY: share < 0.5 ? 'Y' : 'N' }),
      remove: () => call('im.chat.user.delete', { CHAT_ID, USER_ID: idOf(whom) }),
      leave: () => call('im.chat.leave', { CHAT_ID }),
      owner: () => call('im.chat.setOwner', { CHAT_ID, USER_ID: idOf(whom) }),
      rename: () => call('im.chat.updateTitle', { CHAT_ID, TITLE: MESSAGE }),
      color: () => call('im.chat.updateColor', { CHAT_ID, COLOR: 'MINT' }),
      status: () => call('im.user.status.set', { STATUS: share < 0.5 ? 'dnd' : 'online' }),
    };
    await calls[does]?.();
  }

  function note({ body }: { readonly body: { readonly result?: number } }): void {
    if (body.result !== undefined) lines.push(body.result);
  }

  it.each(SEEDS)(
    'shows after many acts of others and of its person what a fresh load shows (seed %i)',
    async (seed) => {
      lines.length = 0;
      const page = await openMessenger(world, open, world.alice.id, { path: `/chat/chat${world.groupChatId}` });
      await page.getByRole('main').locator('header').first().waitFor();
      const acts = fc.sample(act, { seed, numRuns: ACTS });
      for (const [index, one] of acts.entries()) {
        await take(one);
        if ((index + 1) % COMPARED_EVERY > 0) continue;
        await world.settled();
        await expectEventsToExplain(page);
      }
    },
    180_000,
  );
});
