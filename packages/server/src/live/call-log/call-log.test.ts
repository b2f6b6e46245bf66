import { expect, it } from 'vitest';
import { onBothDatabases } from '../../../test/databases.ts';
import { placed } from '../../../test/scenes/placements.ts';
import { inWorld, type World } from '../../../test/world.ts';
import type { CallQuery } from './find-calls.ts';
import type { WholeCall } from './kept-call.ts';

const HOUR = 60 * 60_000;

const kept = (world: World, query: Partial<CallQuery> = {}) => world.app.calls.listWhole({ limit: 1_000, ...query });
const methods = (calls: readonly WholeCall[]) => calls.map(({ method }) => method);

onBothDatabases('the log of calls', () => {
  it('has the newest call first, with who called, what was sent and answered, and what it touched', () =>
    inWorld({}, async (world) => {
      await world.alice.ok('profile');
      const DIALOG_ID = `chat${world.groupChatId}`;
      const id = await world.bob.ok('im.message.add', { DIALOG_ID, MESSAGE: 'hello' });
      const [call, before] = await kept(world);
      expect(before).toMatchObject({ method: 'profile', caller: { userId: world.alice.id } });
      expect(call).toMatchObject({
        id: (before?.id ?? 0) + 1,
        at: world.clock.now(),
        method: 'im.message.add',
        status: 200,
        caller: { kind: 'webhook', userId: world.bob.id, applicationId: 0 },
        chats: [world.groupChatId],
        messages: [id],
        params: { text: JSON.stringify({ DIALOG_ID, MESSAGE: 'hello' }), isCut: false },
        result: { text: String(id), isCut: false },
      });
    }));

  it('says why a call was refused, and what was left out of one that was not', () =>
    inWorld({}, async (world) => {
      const BOT_ID = await world.bot();
      const send = (KEYBOARD: object[]) =>
        world.alice.call('imbot.message.add', {
          BOT_ID,
          DIALOG_ID: world.bob.id,
          MESSAGE: 'x',
          KEYBOARD,
          CLIENT_ID: 'test-app',
        });
      await send([{ TEXT: 'Yes', COMMAND: 'yes' }, { TEXT: 'Off' }]);
      await send([{ TEXT: 'Off' }]);
      const [refused, good] = await kept(world, { botId: BOT_ID, method: 'imbot.message.add' });
      expect(good).toMatchObject({ error: undefined, details: [expect.stringContaining('button 2 "Off"')] });
      expect(refused).toMatchObject({
        status: 400,
        error: { code: 'KEYBOARD_ERROR', message: 'Incorrect keyboard params' },
        details: [expect.stringContaining('button 1 "Off"'), 'KEYBOARD: no button is left'],
        bots: [BOT_ID],
        result: undefined,
      });
      expect(refused?.params?.text).toContain('"CLIENT_ID":"***"');
      expect(await kept(world, { isRefused: true, botId: BOT_ID })).toHaveLength(1);
    }));

  it('has a call among the refused ones that was refused with the status 200', () =>
    inWorld({}, async (world) => {
      const application = await placed(world);
      await application.call('placement.bind', { PLACEMENT: 'NO_SUCH_PLACE', HANDLER: 'https://example.com/' });
      expect(await kept(world, { isRefused: true })).toMatchObject([
        { method: 'placement.bind', status: 200, error: { code: 'ERROR_PLACEMENT_NOT_FOUND' }, result: undefined },
      ]);
    }));

  it('shows calls of a batch as calls, and the batch without what they were sent', () =>
    inWorld({}, async (world) => {
      await world.alice.ok('batch', { cmd: { a: 'profile?x=1', b: 'im.message.add' } });
      const calls = await kept(world);
      expect(calls.map(({ method, inBatch, error }) => [method, inBatch, error?.code])).toEqual([
        ['batch', false, undefined],
        ['im.message.add', true, 'USER_ID_EMPTY'],
        ['profile', true, undefined],
      ]);
      expect(calls[0]?.params?.text).toBe('{"cmd":{"a":"profile","b":"im.message.add"}}');
    }));

  it('has calls of strangers, by whom they say to be', () =>
    inWorld({}, async (world) => {
      await fetch(`${world.app.url}/rest/2/wrongcode/profile`);
      await fetch(`${world.app.url}/rest/wrongcode`);
      const calls = await kept(world);
      expect(calls.map(({ method, status, caller }) => [method, status, caller.kind, caller.shown])).toEqual([
        ['a method that there is not', 401, 'stranger', 'somebody without a webhook or a token'],
        ['profile', 401, 'stranger', 'somebody at a webhook address of Bob Birch'],
      ]);
    }));

  it('cuts what is long, also within a batch, and says so', () =>
    inWorld({}, async (world) => {
      const MESSAGE = 'ä'.repeat(10_000);
      const DIALOG_ID = String(world.bob.id);
      await world.alice.ok('im.message.add', { DIALOG_ID, MESSAGE });
      await world.alice.ok('im.dialog.messages.get', { DIALOG_ID });
      await world.alice.ok('batch', { cmd: { a: { method: 'im.dialog.messages.get', params: { DIALOG_ID } } } });
      const [batch, within, page, send] = await kept(world);
      for (const one of [send?.params, page?.result, within?.result, batch?.result]) {
        expect(one?.isCut).toBe(true);
        expect(Buffer.byteLength(one?.text ?? '')).toBeLessThanOrEqual(4096);
        expect(one?.text.isWellFormed()).toBe(true);
      }
      expect(within?.result?.text).toBe(page?.result?.text);
    }));

  it('fails no answer, however deep or long what was sent is', () =>
    inWorld({}, async (world) => {
      const AVATAR = '['.repeat(16_000) + ']'.repeat(16_000);
      const faced = await world.alice.call('im.chat.updateAvatar', { CHAT_ID: 1_000, x: `{"AVATAR":${AVATAR}}` });
      expect(faced).toMatchObject({ status: 400, body: { error: 'WRONG_REQUEST' } });
      await world.alice.ok('batch', { cmd: { a: { method: `a.${'token=1&'.repeat(100_000)}` } } });
      const [, within, alone] = await kept(world);
      expect(within?.method.length).toBe(100);
      expect(alone?.params?.text).toContain('"AVATAR');
    }));

  it('forgets what is older than a day, at once to the eye and soon from the disk', () =>
    inWorld({}, async (world) => {
      await world.alice.ok('profile');
      await world.app.calls.flush();
      world.clock.advance(23 * HOUR);
      await world.alice.ok('user.current');
      expect(methods(await kept(world))).toEqual(['user.current', 'profile']);
      world.clock.advance(HOUR + 1);
      expect(methods(await kept(world))).toEqual(['user.current']);
      world.clock.advance(HOUR);
      await world.app.calls.flush();
      expect(await world.app.calls.count()).toMatchObject({ kept: 1 });
    }));

  it('forgets the oldest where there are more than it may keep', () =>
    inWorld({ calls: 3 }, async (world) => {
      for (const method of ['profile', 'user.current', 'server.time', 'app.info', 'scope']) {
        await world.alice.ok(method);
        await world.app.calls.flush();
      }
      expect(methods(await kept(world))).toEqual(['scope', 'app.info', 'server.time']);
      world.clock.advance(HOUR);
      await world.app.calls.flush();
      expect(await world.app.calls.count()).toMatchObject({ kept: 3 });
    }));

  it('keeps none where it may keep none', () =>
    inWorld({ calls: 0 }, async (world) => {
      await world.alice.ok('profile');
      expect(await kept(world)).toEqual([]);
    }));

  it('keeps some of very many that simply succeed and counts the others, and keeps all of which there is more to tell', () =>
    inWorld({}, async (world) => {
      const flood = async (batches: number) => {
        for (let i = 0; i < batches; i += 1)
          await world.alice.ok('batch', { cmd: Array.from({ length: 49 }, () => 'profile') });
      };
      await flood(110);
      await world.bob.call('im.message.add', {});
      expect(await world.app.calls.count()).toEqual({ kept: 5_001, dropped: 500 });
      expect(await kept(world, { isRefused: true })).toHaveLength(1);
      world.clock.advance(1_000);
      await flood(11);
      expect(await world.app.calls.count()).toEqual({ kept: 5_501, dropped: 550 });
    }));

  it('finds what is looked for among thousands', () =>
    inWorld({}, async (world) => {
      for (let i = 0; i < 60; i += 1) {
        await world.alice.ok('batch', { cmd: Array.from({ length: 50 }, () => 'profile') });
        if (i === 30) await world.bob.call('im.message.add', {});
      }
      expect(await kept(world, { limit: 10_000 })).toHaveLength(60 * 51 + 1);
      const [only, another] = await kept(world, { isRefused: true });
      expect(only).toMatchObject({ method: 'im.message.add', caller: { userId: world.bob.id } });
      expect(another).toBeUndefined();
      expect(await kept(world, { id: only?.id ?? 0 })).toEqual([only]);
      expect(await kept(world, { userId: world.bob.id })).toEqual([only]);
      expect(await kept(world, { before: 3 })).toHaveLength(2);
    }));
});
