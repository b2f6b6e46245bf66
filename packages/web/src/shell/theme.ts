import { ref } from 'vue';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_IN = 'theme';
const isDark = matchMedia('(prefers-color-scheme: dark)');

const kept = localStorage.getItem(KEPT_IN);
export const theme = ref<Theme>(THEMES.find((one) => one === kept) ?? 'system');

/** Sets the colours that were chosen in this browser; where the system decides, as it does now and later. */
export function applyTheme(): void {
  const show = () => {
    const chosen = theme.value === 'system' ? (isDark.matches ? 'dark' : 'light') : theme.value;
    document.documentElement.dataset['theme'] = chosen;
  };
  isDark.onchange = show;
  show();
}

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  localStorage.setItem(KEPT_IN, chosen);
  applyTheme();
}
