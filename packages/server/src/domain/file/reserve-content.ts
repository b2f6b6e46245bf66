import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Content } from './content.ts';

/**
 * Takes room for bytes that are about to be kept. The row is there before they are: whatever happens in between, somebody
 * knows of them and takes them away.
 */
export async function reserveContent(
  work: UnitOfWork,
  portalId: number,
  { size, hash }: Pick<Content, 'size' | 'hash'>,
): Promise<Outcome<Content, 'no_room'>> {
  const { together } = work.settings.files;
  if ((await work.contents.getTotal(portalId)) + size > together) return refused('no_room');
  const draft = { portalId, key: work.random.hex(KEY_DIGITS), size, hash };
  return done(await work.contents.insertContent(draft, work.now));
}

/** Keys of a database that was restored are never those of files that were kept since. */
const KEY_DIGITS = 32;
