import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import { type LinkMaker, linkExpiry } from '#domain/file/file-link.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** For whom links are made, and on which host. */
export interface LinkTaker {
  readonly work: Reading;
  readonly portalId: number;
  readonly userId: number;
  readonly origin: string;
}

export function linkTaker(work: Reading, { portal, user, origin }: ApiCaller): LinkTaker {
  return { work, portalId: portal.id, userId: user.id, origin };
}

/** Through what somebody gets an address to send a file to: what is sent there counts as theirs. */
export function linkMaker({ auth, application, webhookId }: ApiCaller): LinkMaker {
  return { auth, id: application?.id ?? webhookId ?? 0 };
}

/** The last part of the addresses that files are fetched from and sent to. */
const PLACES = { download: 'download', preview: 'download', upload: 'upload' } as const;

/** An address that carries its own token: it works without a header, and says nothing of who was given it (V58). */
export function fileUrl(
  { work, portalId, userId, origin }: LinkTaker,
  kind: keyof typeof PLACES,
  id: number,
  upload?: { readonly isRenaming: boolean; readonly by: LinkMaker },
): string {
  const common = { kind, portalId, userId, id, expires: linkExpiry(work.now) };
  const token = work.links.write({ ...common, isRenaming: upload?.isRenaming ?? false, by: upload?.by });
  return `${origin}/rest/${PLACES[kind]}.json?token=${token}`;
}
