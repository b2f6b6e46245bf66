import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { session } from '../session.ts';

/** Milliseconds after which somebody who has not gone on typing is no longer shown so. */
const TYPES_FOR = 15_000;

/** Who is typing, in every chat. */
export const useTyping = defineStore('typing', () => {
  const byChat = shallowReactive(new Map<number, ReadonlyMap<number, number>>());

  function put(chatId: number, userId: number): void {
    if (userId === session.userId) return;
    const until = Date.now() + TYPES_FOR;
    byChat.set(chatId, new Map(byChat.get(chatId)).set(userId, until));
    setTimeout(() => {
      if (byChat.get(chatId)?.get(userId) === until) stop(chatId, userId);
    }, TYPES_FOR);
  }

  function stop(chatId: number, userId: number): void {
    const typing = byChat.get(chatId);
    if (!typing?.has(userId)) return;
    const left = new Map(typing);
    left.delete(userId);
    if (left.size > 0) byChat.set(chatId, left);
    else byChat.delete(chatId);
  }

  return { put, stop, of: (chatId: number): number[] => [...(byChat.get(chatId)?.keys() ?? [])] };
});
