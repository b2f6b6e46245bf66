import { expect, it } from 'vitest';
import { RunningCalls } from '#api/kernel/call/running-calls.ts';
import type { Happening } from '#live/happening.ts';
import { Hub } from '#live/hub.ts';
import { onEachDatabase } from '../test/databases.ts';
import { insertPortal, insertText } from '../test/portal-in-store.ts';
import { MessageIndexer } from './message-indexer.ts';
import { callsAndTries } from './other-work.ts';

const QUIET = 250;

onEachDatabase('words of messages are kept', ({ store, write, clock }) => {
  /** Two chats with lines in them, and who indexes them. */
  async function scene() {
    const { chat, alice, privateChat } = await write(async (work) => {
      const portal = await insertPortal(work);
      const privateChat = await work.chats.insertChat({ ...portal.chat, type: 'private' }, work.now, [1, 2]);
      for (let n = 0; n < 150; n += 1) await insertText(work, portal.chat, portal.alice, `line ${n}`);
      await insertText(work, privateChat, portal.alice, 'hello');
      return { ...portal, privateChat };
    });
    const calls = new RunningCalls();
    const hub = new Hub<Happening>();
    const others = callsAndTries(calls, hub);
    const errors: unknown[] = [];
    const indexer = new MessageIndexer({ store: store(), clock, others, onError: (error) => errors.push(error) });
    const fromOf = async (chatId: number) =>
      (await store().read((work) => work.messageWords.findIndex(chatId)))?.fromId;
    return { chat, privateChat, alice, calls, hub, indexer, errors, fromOf };
  }

  it('once nobody calls, those of an earlier run first', async () => {
    const { chat, privateChat, alice, indexer, fromOf, errors } = await scene();
    indexer.start();
    clock.advance(QUIET);
    expect(await fromOf(chat.id)).toBeUndefined();
    clock.advance(QUIET);
    await indexer.settled();
    expect([await fromOf(chat.id), await fromOf(privateChat.id)]).toEqual([0, 0]);
    const { id } = await write((work) => insertText(work, chat, alice, 'one more'));
    indexer.note(chat.id);
    clock.advance(QUIET);
    await indexer.settled();
    expect(await store().read((work) => work.messageWords.findIndex(chat.id))).toEqual({ fromId: 0, upToId: id });
    expect(errors).toEqual([]);
    await indexer.stop();
  });

  it('not while somebody does', async () => {
    const { chat, calls, indexer, fromOf } = await scene();
    indexer.start();
    clock.advance(QUIET);
    let end: () => void = () => undefined;
    const call = calls.run(() => new Promise<void>((resolve) => (end = resolve)));
    for (let n = 0; n < 5; n += 1) clock.advance(QUIET);
    await indexer.settled();
    expect(await fromOf(chat.id)).toBeUndefined();
    end();
    await call;
    clock.advance(QUIET);
    await indexer.settled();
    expect(await fromOf(chat.id)).toBe(0);
    await indexer.stop();
  });

  it('not while events go out', async () => {
    const { chat, hub, indexer, fromOf } = await scene();
    indexer.start();
    for (let n = 0; n < 5; n += 1) {
      hub.publish({ kind: 'trying', event: {} as never });
      clock.advance(QUIET);
    }
    await indexer.settled();
    expect(await fromOf(chat.id)).toBeUndefined();
    clock.advance(QUIET);
    await indexer.settled();
    expect(await fromOf(chat.id)).toBe(0);
    await indexer.stop();
  });

  it('and are put together until nothing is left of that', async () => {
    const { chat, indexer } = await scene();
    const text = (line: number) => Array.from({ length: 100 }, (_, n) => `word${line}x${n}`).join(' ');
    for (const first of [1, 501])
      await write(async (work) => {
        const lines = Array.from({ length: 500 }, (_, n) => ({ id: first + n, seq: first + n, text: text(first + n) }));
        await work.messageWords.insertWords(chat.id, lines);
        await work.messageWords.updateIndex(chat.id, { fromId: 0, upToId: 1_000 });
      });
    indexer.start();
    for (let n = 0; n < 2; n += 1) clock.advance(QUIET);
    await indexer.settled();
    expect(await write((work) => work.messageWords.updateSegments())).toBe(false);
    await indexer.stop();
  });

  it('not after the portal has stopped', async () => {
    const { chat, indexer, fromOf } = await scene();
    indexer.start();
    clock.advance(QUIET);
    await indexer.stop();
    indexer.note(chat.id);
    clock.advance(QUIET);
    await indexer.settled();
    expect(await fromOf(chat.id)).toBeUndefined();
  });
});
