import type { User } from '@botyard/client';
import { type Ref, ref, watch } from 'vue';
import { ask, ME } from '../commands.ts';
import { usePeople } from './people.ts';

/** Milliseconds without a key before it is looked for. */
const PAUSE = 120;

/** Whom somebody can write to, as a field is filled in: everybody at first. */
export function useFoundPeople(phrase: Ref<string>): {
  readonly found: Ref<readonly User[]>;
  readonly state: Ref<'loading' | 'ready' | 'failed'>;
} {
  const found = ref<readonly User[]>([]);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function look(): Promise<void> {
    asked += 1;
    const mine = asked;
    try {
      const { users } = await ask('user.find', { as: ME, find: phrase.value.trim() });
      if (mine !== asked) return;
      usePeople().learn(users);
      found.value = users;
      state.value = 'ready';
    } catch {
      if (mine === asked) state.value = 'failed';
    }
  }

  watch(
    phrase,
    () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    },
    { flush: 'sync' },
  );
  void look();
  return { found, state };
}
