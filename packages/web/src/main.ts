import '@fontsource-variable/inter/wght.css';
import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './app.vue';
import { i18n, preferredLanguage, useLanguage } from './languages/i18n.ts';
import { router } from './router.ts';
import { applyTheme } from './shell/theme.ts';

applyTheme();
const app = createApp(App);
app.use(createPinia());
app.use(i18n);
app.use(router);
// A page in the wrong language for a moment is worse than one a moment later.
useLanguage(preferredLanguage())
  .catch(() => undefined)
  .then(() => app.mount('#app'));
