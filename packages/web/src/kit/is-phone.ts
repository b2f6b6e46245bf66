import { ref } from 'vue';

const query = matchMedia('(max-width: 720px)');

/** The window is as narrow as a phone. */
export const isPhone = ref(query.matches);
query.addEventListener('change', ({ matches }) => {
  isPhone.value = matches;
});
