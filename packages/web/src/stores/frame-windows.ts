import type { User } from '@botyard/client';
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Opening } from '../frames/frame.ts';

/** How large a window is; left out: as large as there is room for. */
export interface WindowLook {
  /** As a length of a style sheet. */
  readonly width?: string;
  readonly height?: string;
  /** An application opened it. */
  readonly isOwn?: boolean;
}

export interface FrameWindow {
  readonly id: number;
  readonly opening: Opening;
  readonly look: WindowLook;
  /** Tells whoever opened it. */
  readonly closed: () => void;
}

export interface Picking {
  readonly isSeveral: boolean;
  readonly done: (picked: readonly User[] | undefined) => void;
}

/** Windows over each other: an application can open itself in one, and does not stop by itself. */
const DEEPEST = 4;

/** Applications that are open over the page, the last one on top, and what they ask people to pick. */
export const useFrameWindows = defineStore('frame windows', () => {
  const windows = shallowRef<readonly FrameWindow[]>([]);
  const picking = shallowRef<Picking>();
  let lastId = 0;

  const hasRoom = () => windows.value.length < DEEPEST;

  /** Resolves when it is closed. */
  function open(opening: Opening, look: WindowLook = {}): Promise<void> {
    lastId += 1;
    const id = lastId;
    return new Promise((closed) => {
      windows.value = [...windows.value, { id, opening, look, closed }];
    });
  }

  /** With whatever was opened over it. */
  function close(id: number): void {
    const at = windows.value.findIndex((one) => one.id === id);
    if (at === -1) return;
    const gone = windows.value.slice(at);
    windows.value = windows.value.slice(0, at);
    for (const one of gone.reverse()) one.closed();
  }

  /** undefined: the dialogue was closed. */
  function pickPeople(isSeveral: boolean): Promise<readonly User[] | undefined> {
    picking.value?.done(undefined);
    return new Promise((resolve) => {
      picking.value = {
        isSeveral,
        done: (picked) => {
          picking.value = undefined;
          resolve(picked);
        },
      };
    });
  }

  const closeAll = () => {
    const [first] = windows.value;
    if (first) close(first.id);
  };
  return { windows, picking, hasRoom, open, close, closeAll, pickPeople };
});
