import { computed } from 'vue';
import { useRoute } from 'vue-router';

/**
 * The name of the page that is open. A template that reads `useRoute()` itself is rendered again whenever anything of
 * the address changes: with each chat that is opened.
 */
export function useRouteName() {
  const route = useRoute();
  return computed(() => route.name);
}
