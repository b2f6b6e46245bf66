import type { RouteRecordRaw } from 'vue-router';
import { session } from '../session.ts';

const isAdministrator = () => session.isAdmin || '/nothing-here';
/** Who registered a bot sees what that one was sent and called. */
const isAboutBots = () => session.isAdmin || session.ownBotIds.length > 0 || '/nothing-here';

/** Pages for builders and administrators; each is loaded when it is opened. What they show is held back by the server. */
export const consoleRoutes: RouteRecordRaw[] = [
  { path: '/bots', name: 'bots', beforeEnter: isAboutBots, component: () => import('./bots/bots-page.vue') },
  {
    path: '/deliveries/:id(\\d+)?',
    name: 'deliveries',
    beforeEnter: isAboutBots,
    component: () => import('./deliveries/deliveries-page.vue'),
  },
  {
    path: '/calls/:id(\\d+)?',
    name: 'calls',
    beforeEnter: isAboutBots,
    component: () => import('./calls/calls-page.vue'),
  },
  {
    path: '/api/:method?',
    name: 'api',
    beforeEnter: isAdministrator,
    component: () => import('./explorer/explorer-page.vue'),
  },
  { path: '/apps', name: 'apps', beforeEnter: isAdministrator, component: () => import('./apps/apps-page.vue') },
  {
    path: '/apps/:id(\\d+)',
    name: 'app',
    component: () => import('./apps/app-page.vue'),
    props: ({ params, query }) => ({
      applicationId: Number(params['id']),
      placementId: /^\d+$/.test(String(query['place'])) ? Number(query['place']) : undefined,
    }),
  },
  {
    path: '/webhooks',
    name: 'webhooks',
    beforeEnter: isAdministrator,
    component: () => import('./webhooks/webhooks-page.vue'),
  },
  {
    path: '/people',
    name: 'people',
    beforeEnter: isAdministrator,
    component: () => import('./people/people-page.vue'),
  },
  {
    path: '/departments',
    name: 'departments',
    beforeEnter: isAdministrator,
    component: () => import('./departments/departments-page.vue'),
  },
  { path: '/data', name: 'data', beforeEnter: isAdministrator, component: () => import('./data/data-page.vue') },
];
