import { done, type Outcome } from '#kit/outcome.ts';
import { tokens } from '#kit/words.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { wordsOfPhrase } from '../search/phrase.ts';
import { fullName, type User } from '../user/user.ts';
import { accessDialog, type ChatRefusal } from './access-chat.ts';
import type { Dialog, WorkgroupDialog } from './dialog.ts';

/** Members that are looked at in one step. */
const STEP = 500;

/** Those in a chat that the viewer may look into in whose names words begin as those of the phrase do; by id. */
export async function findPeopleIn(
  work: Reading,
  viewer: User,
  dialog: Dialog | WorkgroupDialog,
  { phrase, limit }: { readonly phrase: string; readonly limit: number },
): Promise<Outcome<readonly User[], ChatRefusal>> {
  const view = await accessDialog(work, viewer, dialog);
  if (!view.ok) return view;
  const words = wordsOfPhrase(phrase);
  const isMeant = (user: User) => {
    const its = tokens(fullName(user));
    return user.isActive && words.every((word) => its.some((one) => one.startsWith(word)));
  };
  const found: User[] = [];
  for (let afterId = 0; found.length < limit; ) {
    const ids = await work.members.listPageOf(view.value.chat.id, true, afterId, 0, STEP);
    found.push(...(await work.users.findUsers(ids)).filter(isMeant));
    if (ids.length < STEP) break;
    afterId = ids.at(-1) ?? 0;
  }
  return done(found.slice(0, limit));
}
