import { expect, test } from 'vitest';
import type { Change } from '#domain/event.ts';
import { CommitOrder, type OpenUnit } from './commit-order.ts';

const added = (chatId: number, messageId: number): Change => ({ type: 'messageAdded', portalId: 1, chatId, messageId });

/** An order, and the messages that it told of so far. */
function orderOf() {
  const told: number[] = [];
  const order = new CommitOrder((changes) => {
    for (const change of changes) if ('messageId' in change) told.push(change.messageId);
  });
  const write = (chatId: number, messageId: number): OpenUnit => {
    const unit = order.begin();
    order.announce(unit, added(chatId, messageId));
    return unit;
  };
  return { order, told, write };
}

test('a unit whose commit is answered first is told of after the one that had the chat before it', () => {
  const { order, told, write } = orderOf();
  const [first, second, third] = [write(7, 1), write(7, 2), write(7, 3)];
  order.end(third, true);
  order.end(second, true);
  expect(told).toEqual([]);
  order.end(first, true);
  expect(told).toEqual([1, 2, 3]);
});

test('units of other chats wait for nobody', () => {
  const { order, told, write } = orderOf();
  const first = write(7, 1);
  order.end(write(8, 2), true);
  expect(told).toEqual([2]);
  order.end(first, true);
  expect(told).toEqual([2, 1]);
});

test('one that is undone is told to nobody, and holds nobody up', () => {
  const { order, told, write } = orderOf();
  const [first, second] = [write(7, 1), write(7, 2)];
  order.end(second, true);
  order.end(first, false);
  expect(told).toEqual([2]);
});

test('one that runs again is behind those that had the chat meanwhile', () => {
  const { order, told, write } = orderOf();
  const first = write(7, 1);
  order.again(first);
  const second = write(7, 2);
  order.announce(first, added(7, 3));
  order.end(first, true);
  order.end(second, true);
  expect(told).toEqual([2, 3]);
});

test('units that had two chats in different orders do not wait for each other for ever', () => {
  const { order, told, write } = orderOf();
  const [first, second] = [write(7, 1), write(8, 2)];
  order.announce(second, added(7, 3));
  order.announce(first, added(8, 4));
  order.end(first, true);
  order.end(second, true);
  expect([...told].sort()).toEqual([1, 2, 3, 4]);
});
