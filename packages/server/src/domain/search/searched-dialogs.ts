import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import { accessChat, type ChatView } from '../chat/access-chat.ts';
import type { Dialog } from '../chat/dialog.ts';
import { accessUser } from '../user/access-user.ts';
import type { User } from '../user/user.ts';

/** What people went to from their search is kept up to so many dialogs of each. */
const KEPT = 50;

export type SearchedDialog =
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'chat'; readonly view: ChatView };

/** Puts a dialog on top of what the person has searched for; answers whether they may see it. */
export async function rememberSearched(work: UnitOfWork, viewer: User, dialog: Dialog): Promise<boolean> {
  const seen = await seenAs(work, viewer, dialog);
  if (!seen) return false;
  await work.searchedDialogs.insertDialog(viewer.id, dialog, KEPT);
  return true;
}

/** The last ones first. What the person may not see any more is left out. */
export async function listSearched(work: Reading, viewer: User): Promise<SearchedDialog[]> {
  const all: SearchedDialog[] = [];
  for (const dialog of await work.searchedDialogs.listOfUser(viewer.id, KEPT)) {
    const seen = await seenAs(work, viewer, dialog);
    if (seen) all.push(seen);
  }
  return all;
}

async function seenAs(work: Reading, viewer: User, dialog: Dialog): Promise<SearchedDialog | undefined> {
  if (dialog.kind === 'user') {
    const user = await accessUser(work, viewer, dialog.userId);
    // A bot that was unregistered is there no more, under the name that its messages bear.
    const isGone = user.ok && user.value.isBot && !user.value.isActive;
    return user.ok && !isGone ? { kind: 'user', user: user.value } : undefined;
  }
  const view = await accessChat(work, viewer, dialog.chatId);
  // A private chat is called by the other one of the two.
  return view.ok && view.value.chat.type !== 'private' ? { kind: 'chat', view: view.value } : undefined;
}
