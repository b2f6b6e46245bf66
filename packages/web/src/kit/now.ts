import { ref } from 'vue';

const MINUTE = 60_000;

/** Milliseconds since 1970, as exact as a minute; what is computed from it changes by itself. */
export const now = ref(Date.now());
setInterval(() => {
  now.value = Date.now();
}, MINUTE);
