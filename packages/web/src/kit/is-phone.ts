import { ref } from 'vue';

const query = matchMedia('(max-width: 720px)');

/** The window is as narrow as a phone. */
export const isPhone = ref(query.matches);
query.addEventListener('change', ({ matches }) => {
  isPhone.value = matches;
});

/**
 * For menus that open where a finger is: neither side of it has room on a phone, and they are shifted over it. Under a
 * mouse the button would be let go over what is in them.
 */
export const WITHIN_WINDOW = matchMedia('(pointer: coarse)').matches
  ? ({ prioritizePosition: true, sticky: 'always', collisionPadding: 8 } as const)
  : {};
