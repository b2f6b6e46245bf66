import { createHash } from 'node:crypto';
import type { Line } from '#domain/line/line.ts';
import type { SessionState } from '#domain/line/session.ts';
import { findVisit, type Visit } from '#domain/line/write-as-visitor.ts';
import type { Message } from '#domain/message/message.ts';
import type { Button } from '#domain/message-parts/keyboard.ts';
import { withoutCodes } from '#domain/message-parts/without-codes.ts';
import { fullName, type User } from '#domain/user/user.ts';
import { attachedLines } from '#live/plain-text.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** Lines that a visitor is shown, the newest ones. */
const SHOWN = 200;

export interface Conversation {
  /** none: nothing was written yet. */
  readonly state: SessionState | 'none';
  /** Oldest first. */
  readonly lines: readonly ShownLine[];
  /** Another one with every change of what stands here. */
  readonly version: string;
}

/** A message as a visitor reads it: plain text, whoever wrote it. */
interface ShownLine {
  readonly id: number;
  readonly by: 'visitor' | 'bot' | 'person' | 'portal';
  readonly name: string;
  readonly at: number;
  readonly text: string;
  readonly key?: string;
  readonly buttons: readonly ShownButton[];
}

type ShownButton =
  | { readonly kind: 'newline' }
  | {
      readonly kind: 'link' | 'send' | 'put' | 'copy' | 'call' | 'command';
      readonly text: string;
      readonly value: string;
      /** Its number among the buttons of the message. */
      readonly place: number;
      readonly isDisabled: boolean;
      readonly isBlocked: boolean;
    };

/** What the visitor with that token has to do with; undefined: they have written nothing yet. */
export async function readConversation(
  work: Reading,
  line: Line,
  token: string,
): Promise<{ readonly visit: Visit | undefined; readonly conversation: Conversation }> {
  const visit = await findVisit(work, line, token);
  const session = visit && (await work.lineSessions.findNewest(visit.chat.id));
  const lines = visit ? await linesOf(work, visit) : [];
  const shown = { state: session?.state ?? 'none', lines } as const;
  const version = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
  return { visit, conversation: { ...shown, version } };
}

async function linesOf(work: Reading, { chat, user }: Visit): Promise<ShownLine[]> {
  const place = await work.members.findMember(chat.id, user.id);
  const messages = await work.messages.listNewest(chat.id, place?.historyAfter ?? 0, SHOWN);
  const seen = messages.filter(isForVisitor).reverse();
  const authorIds = [...new Set(seen.map(({ authorId }) => authorId))].filter((id) => id > 0);
  const authors = new Map((await work.users.findUsers(authorIds)).map((author) => [author.id, author]));
  return seen.map((message) => shownLine(message, user, authors.get(message.authorId)));
}

/** Lines of the portal are for those who work here, but for those that are meant for the visitor. */
function isForVisitor({ params, isSystem, deletedAt }: Message): boolean {
  if (deletedAt !== null || params.isInternal) return false;
  return !isSystem || params.code === 'automatic';
}

function shownLine(message: Message, visitor: User, author: User | undefined): ShownLine {
  const { id, createdAt, params, text, uuid } = message;
  const by = !author ? 'portal' : author.id === visitor.id ? 'visitor' : author.isBot ? 'bot' : 'person';
  return {
    id,
    by,
    // Of those who work here a visitor learns the first name.
    name: author ? (author.isBot ? fullName(author) : author.name) : '',
    at: createdAt,
    text: [withoutCodes(text), ...attachedLines(params.attach ?? [])].filter((one) => one !== '').join('\n'),
    ...(by === 'visitor' && uuid && { key: uuid }),
    buttons: (params.keyboard?.BUTTONS ?? []).flatMap(shownButton),
  };
}

const ACTIONS = { SEND: 'send', PUT: 'put', COPY: 'copy', CALL: 'call' } as const;

/** Those that do something where the visitor is. */
function shownButton(button: Button, place: number): ShownButton[] {
  if (!('TEXT' in button)) return [{ kind: 'newline' }];
  const { TEXT: text, LINK, COMMAND, ACTION, ACTION_VALUE = '' } = button;
  const face = { text, place, isDisabled: button.DISABLED === 'Y', isBlocked: button.BLOCK === 'Y' };
  if (LINK !== undefined) return /^https?:/i.test(LINK) ? [{ ...face, kind: 'link', value: LINK }] : [];
  if (COMMAND !== undefined) return [{ ...face, kind: 'command', value: '' }];
  const kind = ACTIONS[ACTION as keyof typeof ACTIONS];
  return kind ? [{ ...face, kind, value: ACTION_VALUE }] : [];
}
