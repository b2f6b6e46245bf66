import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import { linkExpiry } from '#domain/file/file-link.ts';
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

/** The last part of the addresses that files are fetched from and sent to. */
const PLACES = { download: 'download', preview: 'download', upload: 'upload' } as const;

/** An address that carries its own token: it works without a header, and says nothing of who was given it (V58). */
export function fileUrl(
  { work, portalId, userId, origin }: LinkTaker,
  kind: keyof typeof PLACES,
  id: number,
  isRenaming = false,
): string {
  const token = work.links.write({ kind, portalId, userId, id, isRenaming, expires: linkExpiry(work.now) });
  return `${origin}/rest/${PLACES[kind]}.json?token=${token}`;
}
