import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';

const invocation = { messageId: 5, commandId: 21, botId: 22, chatId: 1, userId: 1 };

onEachDatabase('the invocation store', ({ store, write }) => {
  it('remembers who called a command by which message', async () => {
    await write((work) => work.invocations.insertInvocation(invocation, work.now));
    expect(await store().read((work) => work.invocations.findInvocation(5, 21))).toEqual(invocation);
    expect(await store().read((work) => work.invocations.findInvocation(6, 21))).toBeUndefined();
  });

  it('knows the last one who pressed a button', async () => {
    await write((work) => work.invocations.insertInvocation(invocation, work.now));
    await write((work) => work.invocations.insertInvocation({ ...invocation, userId: 2 }, work.now));
    expect(await store().read((work) => work.invocations.findInvocation(5, 21))).toEqual({ ...invocation, userId: 2 });
  });

  it('forgets those of a bot that goes', async () => {
    await write((work) => work.invocations.insertInvocation(invocation, work.now));
    await write((work) => work.invocations.deleteOfBot(22, 10));
    expect(await store().read((work) => work.invocations.findInvocation(5, 21))).toBeUndefined();
  });
});
