import { done, type Outcome } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessDialog, type ChatRefusal } from '../chat/access-chat.ts';
import type { Chat } from '../chat/chat.ts';
import type { Dialog } from '../chat/dialog.ts';
import { OPEN_CHANNEL, TELEPHONY } from '../chat/entity-types.ts';
import type { User } from '../user/user.ts';
import type { ChatApp, ChatAppContext } from './chat-app.ts';
import { isThereFor } from './open-chat-app.ts';

/** Of those for one context, the oldest: bots may have registered any number of them. */
const MOST_OF_CONTEXT = 100;

/** The buttons of bots that stand beside the field of a dialog for `viewer`, in the order they were registered. */
export async function listChatApps(
  work: Reading,
  viewer: User,
  dialog: Dialog,
): Promise<Outcome<ChatApp[], ChatRefusal>> {
  const where = await contextOf(work, viewer, dialog);
  if (!where.ok) return where;
  const found: ChatApp[] = [];
  for (const context of ['all', where.value] as const)
    found.push(...(await work.chatApps.listShown(viewer.portalId, context, MOST_OF_CONTEXT)));
  if (dialog.kind === 'user') found.push(...(await listInTalkWith(work, dialog.userId)));
  return done(found.filter((chatApp) => isThereFor(chatApp, viewer)).sort((one, other) => one.id - other.id));
}

/** A talk with somebody is the same before it has begun. */
async function contextOf(
  work: Reading,
  viewer: User,
  dialog: Dialog,
): Promise<Outcome<Exclude<ChatAppContext, 'all' | 'bot'>, ChatRefusal>> {
  if (dialog.kind === 'user') return done('user');
  const view = await accessDialog(work, viewer, dialog);
  return view.ok ? done(contextIn(view.value.chat)) : view;
}

function contextIn({ type, entity }: Chat): Exclude<ChatAppContext, 'all' | 'bot'> {
  if (type === 'private') return 'user';
  if (type === 'line' || entity.type === OPEN_CHANNEL) return 'lines';
  return entity.type === TELEPHONY ? 'call' : 'chat';
}

/** Those that a bot has for nowhere but its own talks. */
async function listInTalkWith(work: Reading, userId: number): Promise<ChatApp[]> {
  if (!(await work.bots.findBot(userId))) return [];
  return (await work.chatApps.listOfBot(userId)).filter(({ context, isHidden }) => context === 'bot' && !isHidden);
}
