import { done, type Outcome } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { wordsOfPhrase } from '../search/phrase.ts';
import type { User } from '../user/user.ts';
import { accessDialog, type ChatRefusal } from './access-chat.ts';
import type { Dialog, WorkgroupDialog } from './dialog.ts';

/** Those in a chat that the viewer may look into in whose names words begin as those of the phrase do; by id. */
export async function findPeopleIn(
  work: Reading,
  viewer: User,
  dialog: Dialog | WorkgroupDialog,
  { phrase, limit }: { readonly phrase: string; readonly limit: number },
): Promise<Outcome<readonly User[], ChatRefusal>> {
  const view = await accessDialog(work, viewer, dialog);
  if (!view.ok) return view;
  const { id: chatId, portalId } = view.value.chat;
  const ids = await work.names.listNamedIn({ portalId, chatId, words: wordsOfPhrase(phrase), limit });
  return done(await work.users.findUsers(ids));
}
