import { Complaint } from '#kit/complaint.ts';
import { isSharedName, OWN_NAME } from '#kit/page-origin.ts';
import type { ControlledPortal } from '../controlled-portal.ts';

/**
 * Refuses addresses at the host name of the portal's pages: whatever the port, browsers send there what keeps people
 * signed in. What is no address at all is refused elsewhere.
 */
export function checkForeignName({ pagesUrl }: ControlledPortal, ...addresses: (string | undefined)[]): void {
  const { hostname: own } = new URL(pagesUrl());
  const shared = addresses.find((one) => one !== undefined && URL.canParse(one) && new URL(one).hostname === own);
  if (shared === undefined) return;
  throw new Complaint(
    `${shared} has the host name of the portal, and browsers send to every port of a name what keeps people signed in: the application could act as any of its visitors. ${wayOut(new URL(shared), own)}`,
  );
}

function wayOut(address: URL, own: string): string {
  if (own === OWN_NAME || isSharedName(own)) {
    address.hostname = own === '127.0.0.1' ? 'localhost' : '127.0.0.1';
    return `Use ${address.href}`;
  }
  return `Give it a name of its own, such as apps.${own}, or start the portal with --public-url and another name`;
}
