import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Attach } from '../message-parts/attach.ts';
import type { Keyboard } from '../message-parts/keyboard.ts';
import type { Menu } from '../message-parts/menu.ts';
import type { User } from '../user/user.ts';
import { accessChangeable } from './access-changeable.ts';
import type { MessageView } from './access-message.ts';
import { deleteFound } from './delete-message.ts';
import type { Message, MessageParams } from './message.ts';
import { notifyOfChange } from './notify-of-change.ts';
import { outsideLine } from './post-from-bot.ts';
import { previewedLink } from './previewed-link.ts';
import { storedFacts } from './stored-facts.ts';
import { storedText } from './stored-text.ts';

/** Changes of a message: what is left out stays, a part of null is removed. */
export interface MessageChange {
  /** Empty: the message is deleted. */
  readonly text?: string | undefined;
  readonly attach?: readonly Attach[] | null | undefined;
  readonly keyboard?: Keyboard | null | undefined;
  readonly menu?: Menu | null | undefined;
  readonly urlPreview?: boolean | undefined;
  /** false: another attachment alone does not show as an edit. Another text always does. */
  readonly marksEdit?: boolean | undefined;
  /** Not passed on to the outside messengers of an open channel. */
  readonly skipConnector?: boolean | undefined;
}

/** A message of `editor`'s own that is still there and not too old. */
export async function accessEditable(
  work: UnitOfWork,
  editor: User,
  messageId: number,
): Promise<Outcome<MessageView, 'message_not_editable'>> {
  const view = await accessChangeable(work, editor, messageId);
  if (!view.ok) return view;
  const { authorId, deletedAt } = view.value.message;
  return authorId === editor.id && deletedAt === null ? view : refused('message_not_editable');
}

export async function editMessage(
  work: UnitOfWork,
  editor: User,
  messageId: number,
  change: MessageChange,
): Promise<Outcome<true, 'message_not_editable'>> {
  const view = await accessEditable(work, editor, messageId);
  return view.ok ? editFound(work, editor, view.value, change) : view;
}

/** For those who have found that they may edit the message. An edit that changes nothing causes no event. */
export async function editFound(
  work: UnitOfWork,
  editor: User,
  view: MessageView,
  change: MessageChange,
): Promise<Outcome<true>> {
  const { chat, member, message } = view;
  if (change.text === '') return deleteFound(work, editor, view, { complete: false });
  const text = change.text === undefined || member ? change.text : outsideLine(editor, change.text);
  const edited = changed(message, { ...change, text }, work.now);
  if (edited.text === message.text && isSame(edited.params, message.params)) return done(true);
  await work.messages.updateMessage(edited);
  await notifyOfChange(
    work,
    editor,
    chat,
    'messageChanged',
    await storedFacts(work, chat, edited, change.skipConnector),
  );
  const link = edited.params.preview ? undefined : previewedLink(edited);
  work.announce({ type: 'messageChanged', portalId: chat.portalId, chatId: chat.id, messageId: message.id, link });
  return done(true);
}

function changed(message: Message, change: MessageChange, now: number): Message {
  const text = change.text === undefined ? message.text : storedText(change.text);
  const params = withOwnPreview(text, withParts(message.params, change));
  const isMarked =
    text !== message.text || (change.marksEdit !== false && !isSame(params.attach, message.params.attach));
  return {
    ...message,
    text,
    params: isMarked ? { ...params, isEdited: true } : params,
    editedAt: isMarked ? now : message.editedAt,
  };
}

function withParts(params: MessageParams, { attach, keyboard, menu, urlPreview }: MessageChange): MessageParams {
  const given = Object.entries({ attach, keyboard, menu, urlPreview: urlPreview === true ? null : urlPreview }).filter(
    ([, part]) => part !== undefined,
  );
  const parts = Object.fromEntries([...Object.entries(params), ...given]);
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null));
}

/** Without what stands behind a link that the message has no more. */
function withOwnPreview(text: string, params: MessageParams): MessageParams {
  const { preview, ...others } = params;
  return preview && previewedLink({ text, params }) !== preview.link ? others : params;
}

/** Parts are documents, each always written in the order of its format. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
