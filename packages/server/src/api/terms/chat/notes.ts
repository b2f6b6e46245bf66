import type { Search } from '#api/kernel/definition/lookup.ts';
import type { Kept } from '#api/kernel/definition/unfinished.ts';
import type { Dialog, WorkgroupDialog } from '#domain/chat/dialog.ts';
import { areNotesOf } from '#domain/chat/notes.ts';
import { openPrivateChat } from '#domain/chat/open-private-chat.ts';
import type { User } from '#domain/user/user.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';

/**
 * Of what a person looks into and does not find, whether that is the dialog with themselves, which is opened for them
 * then (R40). True once for each call, so that nothing is opened again and again.
 */
export function lacksNotes(user: User, dialog: Dialog | WorkgroupDialog, kept: Kept = { found: true }): boolean {
  if (kept.found || !areNotesOf(user, dialog)) return false;
  kept.found = true;
  return true;
}

/** The step of methods that look into a dialog. */
export async function openNotes({ work, caller }: Search<UnitOfWork>): Promise<boolean> {
  await openPrivateChat(work, caller.user, caller.user.id);
  return false;
}
