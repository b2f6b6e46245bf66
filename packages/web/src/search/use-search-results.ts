import { computed, type Ref, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { call } from '../calls.ts';
import { ask, ME } from '../commands.ts';
import { usePeople } from '../stores/people.ts';
import { findMessages } from './find-messages.ts';
import { pagesFor } from './pages.ts';
import { GROUPS, type SearchResult } from './search-result.ts';

/** Milliseconds without a key before the portal is asked. */
const PAUSE = 150;
const PEOPLE = 8;
const CHATS = 8;

/** What is found as a field is filled in: pages at once, the rest as the portal answers; at first what was searched lately. */
export function useSearchResults(phrase: Ref<string>, dialogId: Ref<string | undefined>) {
  const { t, te } = useI18n();
  const router = useRouter();
  const told = shallowRef<readonly SearchResult[]>([]);
  const state = ref<'idle' | 'busy' | 'failed'>('idle');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const pages = computed<SearchResult[]>(() => {
    const wanted = phrase.value.trim().toLowerCase();
    return pagesFor((name) => router.hasRoute(name))
      .filter(({ label }) => te(label))
      .map(({ name, to, label }) => ({
        key: `page ${name}`,
        group: 'pages' as const,
        to,
        title: t(label),
        text: '',
        face: { kind: 'page' as const },
      }))
      .filter(({ title }) => title.toLowerCase().includes(wanted));
  });
  const results = computed(() =>
    [...told.value, ...pages.value].sort((one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group)),
  );

  async function look(): Promise<void> {
    asked += 1;
    const mine = asked;
    const wanted = phrase.value.trim();
    state.value = 'busy';
    try {
      const found = wanted === '' ? await searchedLately() : await findAll(wanted, dialogId.value);
      if (mine !== asked) return;
      told.value = found;
      state.value = 'idle';
    } catch {
      if (mine === asked) state.value = 'failed';
    }
  }

  async function forget(id: string): Promise<void> {
    await call('im.search.last.delete', { DIALOG_ID: id });
    await look();
  }

  watch(phrase, () => {
    clearTimeout(timer);
    state.value = 'busy';
    timer = setTimeout(look, PAUSE);
  });
  void look();
  return { results, state, forget };
}

async function searchedLately(): Promise<SearchResult[]> {
  const searched = await call('im.search.last.get', {});
  return searched.map((one) => {
    if (one.type === 'user') usePeople().learn([one.user]);
    return {
      key: `recent ${one.id}`,
      group: 'recent' as const,
      to: `/chat/${one.id}`,
      title: one.title,
      text: one.type === 'user' ? one.user.work_position : '',
      face:
        one.type === 'user'
          ? { kind: 'user' as const, userId: one.user.id }
          : { kind: 'chat' as const, chatId: one.chat.id, picture: one.avatar.url },
      dialogId: String(one.id),
    };
  });
}

async function findAll(wanted: string, dialogId: string | undefined): Promise<SearchResult[]> {
  const [people, chats, messages] = await Promise.all([
    ask('user.find', { as: ME, find: wanted, limit: PEOPLE }),
    wanted.length > 1 ? call('im.search.chat.list', { FIND: wanted, LIMIT: CHATS }) : [],
    findMessages(wanted, dialogId),
  ]);
  usePeople().learn(people.users);
  return [
    ...people.users.map((user) => ({
      key: `user ${user.id}`,
      group: 'people' as const,
      to: `/chat/${user.id}`,
      title: user.name,
      text: user.work_position,
      face: { kind: 'user' as const, userId: user.id },
      dialogId: String(user.id),
    })),
    ...chats.map((chat) => ({
      key: `chat ${chat.id}`,
      group: 'chats' as const,
      to: `/chat/chat${chat.id}`,
      title: chat.name,
      text: chat.description,
      face: { kind: 'chat' as const, chatId: chat.id, picture: chat.avatar },
      dialogId: `chat${chat.id}`,
    })),
    ...messages,
  ];
}
