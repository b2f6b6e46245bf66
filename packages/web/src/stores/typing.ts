import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import { session } from '../session.ts';
import type { Update } from '../types.generated.ts';

/** Seconds after which somebody who has not gone on typing is no longer shown so. */
const TYPES_FOR = 15;

type Told = Extract<Update, { kind: 'typing' }>;

/** What somebody does in a chat; without a status they type. */
export interface Activity {
  readonly userId: number;
  readonly status: Told['status'];
}

/** Who types, and what bots are busy with, in every chat. */
export const useTyping = defineStore('typing', () => {
  const byChat = shallowReactive(new Map<number, ReadonlyMap<number, Activity>>());

  /** Takes the place of what they did before. */
  function put({ chatId, userId, status, seconds = TYPES_FOR }: Told): void {
    if (userId === session.userId) return;
    const activity = { userId, status };
    byChat.set(chatId, new Map(byChat.get(chatId)).set(userId, activity));
    setTimeout(() => {
      if (byChat.get(chatId)?.get(userId) === activity) stop(chatId, userId);
    }, seconds * 1000);
  }

  function stop(chatId: number, userId: number): void {
    const active = byChat.get(chatId);
    if (!active?.has(userId)) return;
    const left = new Map(active);
    left.delete(userId);
    if (left.size > 0) byChat.set(chatId, left);
    else byChat.delete(chatId);
  }

  return { put, stop, of: (chatId: number): Activity[] => [...(byChat.get(chatId)?.values() ?? [])] };
});
