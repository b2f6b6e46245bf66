import { createRouter, createWebHistory } from 'vue-router';
import MessengerPage from './messenger/messenger-page.vue';
import { consoleRoutes } from './pages/routes.ts';

// The server answers these addresses with the same document: packages/server/src/http/web/routes.ts.
// Only the messenger comes with the first script; what most people never open is loaded when it is opened.
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'chats', component: MessengerPage },
    { path: '/chat/:dialogId', name: 'chat', component: MessengerPage },
    {
      path: '/notifications',
      name: 'notifications',
      component: () => import('./notifications/notifications-page.vue'),
    },
    { path: '/settings', name: 'settings', component: () => import('./settings/settings-page.vue') },
    ...consoleRoutes,
    { path: '/:anything(.*)*', name: 'nothing', component: () => import('./shell/nothing-here.vue') },
  ],
});
