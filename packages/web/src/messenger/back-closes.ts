import { type Ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { isPhone } from '../kit/is-phone.ts';

const HASH = '#beside';

/**
 * On a phone a panel covers the conversation that it belongs to, so that it looks like a page of its own: the phone's
 * Back closes it, and stays in the conversation.
 */
export function useBackCloses(isOpen: Ref<boolean>, close: () => void): void {
  const route = useRoute();
  const router = useRouter();
  watch(isOpen, (open) => {
    if (open && isPhone.value) void router.push({ query: route.query, hash: HASH });
    else if (!open && route.hash === HASH) router.back();
  });
  watch(
    () => route.hash,
    (_, before) => {
      if (before === HASH && isOpen.value) close();
    },
  );
}
