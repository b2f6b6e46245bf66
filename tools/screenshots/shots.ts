import type { Page } from 'playwright-core';

export interface Shot {
  readonly name: string;
  readonly path: string;
  readonly isSignedIn: boolean;
  readonly isForPhone: boolean;
  prepare?(page: Page): Promise<unknown>;
}

const DESK = 'Service Desk';

const openDesk = async (page: Page) => {
  await page.getByRole('link', { name: new RegExp(DESK) }).click();
  await page.getByRole('button', { name: 'Take it' }).waitFor();
};

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).first().waitFor();

const console_ = (name: string, path: string, title: string): Shot => ({
  name,
  path,
  isSignedIn: true,
  isForPhone: false,
  prepare: heading(title),
});

export const SHOTS: readonly Shot[] = [
  { name: 'sign-in', path: '/login', isSignedIn: false, isForPhone: true },
  {
    name: 'chats',
    path: '/',
    isSignedIn: true,
    isForPhone: true,
    prepare: (page) => page.getByText(DESK).first().waitFor(),
  },
  {
    name: 'messenger',
    path: '/',
    isSignedIn: true,
    isForPhone: true,
    prepare: openDesk,
  },
  {
    name: 'group',
    path: '/',
    isSignedIn: true,
    isForPhone: true,
    async prepare(page) {
      await page.getByRole('link', { name: /Team/ }).click();
      await page.locator('pre').first().waitFor();
    },
  },
  console_('deliveries', '/deliveries', 'Deliveries'),
  console_('calls', '/calls', 'Calls'),
  console_('bots', '/bots', 'Bots'),
  console_('applications', '/apps', 'Applications'),
  console_('webhooks', '/webhooks', 'Webhooks'),
  console_('explorer', '/api', 'API explorer'),
  console_('people', '/people', 'People'),
  console_('departments', '/departments', 'Departments'),
  console_('data', '/data', 'Data and disk'),
  console_('settings', '/settings', 'Settings'),
];
