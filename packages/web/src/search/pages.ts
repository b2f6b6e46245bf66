import { session } from '../session.ts';

interface Page {
  /** Of its route. */
  readonly name: string;
  readonly to: string;
  readonly label: string;
  readonly isForAdministrators: boolean;
}

const forAll = (name: string, to: string, label: string): Page => ({ name, to, label, isForAdministrators: false });
const forAdministrators = (name: string, label: string): Page => ({
  name,
  to: `/${name}`,
  label,
  isForAdministrators: true,
});

const PAGES: readonly Page[] = [
  forAll('chats', '/', 'rail.chats'),
  forAll('notifications', '/notifications', 'notifications.title'),
  forAll('settings', '/settings', 'rail.settings'),
  forAdministrators('bots', 'bots.title'),
  forAdministrators('deliveries', 'deliveries.title'),
  forAdministrators('calls', 'callLog.title'),
  forAdministrators('api', 'explorer.title'),
  forAdministrators('apps', 'apps.title'),
  forAdministrators('webhooks', 'webhooks.title'),
  forAdministrators('people', 'people.title'),
  forAdministrators('departments', 'departments.title'),
  forAdministrators('data', 'data.title'),
];

/** The pages that whoever looks may open. */
export function pagesFor(isThere: (name: string) => boolean): Page[] {
  return PAGES.filter(({ name, isForAdministrators }) => isThere(name) && (session.isAdmin || !isForAdministrators));
}
