import type { PageSession } from './types.generated.ts';

/** Who looks at this page, as the document of the server says. */
export const session: PageSession = JSON.parse(document.getElementById('session')?.textContent ?? '{}');

/** Of the document's policy, for parts that make styles while they run. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** An address of ours as this page may load it: at its own origin, whatever name programs call the portal by. */
export function ownAddress(address: string): string {
  for (const origin of session.origins) if (address.startsWith(`${origin}/`)) return address.slice(origin.length);
  return address;
}
