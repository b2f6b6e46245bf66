import { z } from 'zod';
import type { Values } from '#api/kernel/definition/field.ts';
import { fromJson, idOf, lenient, readBy, required } from '#api/kernel/definition/field.ts';
import { childrenOf, within } from '#api/kernel/definition/within.ts';
import { decoded, toFlag, toId, toInteger, toList, toText } from '#api/kernel/wire/read.ts';
import { AGENT_STATUSES, type AgentStatus } from '#domain/chat/agent-status.ts';
import type { NewChat } from '#domain/chat/create-chat.ts';
import { COLORS } from '#domain/color.ts';
import type { ImageDraft } from '#domain/image.ts';
import { LIST_LENGTH, NAME_LENGTH, TEXT_LENGTH } from '../basic/amounts.ts';
import { parseColor } from '../basic/colors.ts';
import { field } from '../basic/fields.ts';
import { parseImage } from '../basic/image.ts';
import { wire } from '../basic/wire.ts';

const color = lenient('Colour; another word: none is named', z.enum(COLORS), (raw) => parseColor(toText(raw) ?? ''));

function imageIn(raw: unknown): ImageDraft | undefined {
  const read = parseImage(raw);
  return read.ok ? read.value : undefined;
}

/** What is no id is passed over. */
function idsIn(raw: unknown): number[] {
  const ids = (toList(decoded(raw)) ?? []).flatMap((one) => toId(one) ?? []);
  return [...new Set(ids)].filter((id) => id > 0).slice(0, LIST_LENGTH);
}

export const newChatFields = within('fields', {
  title: field.text('Title; without one the chat is called after its colour and number'),
  description: field.text('What the chat is about', TEXT_LENGTH),
  type: field.choice('chat: closed, open: every employee may look in', ['chat', 'open'], 'chat'),
  color,
  avatar: lenient('PNG, JPEG, GIF or WebP in Base64; what is none is passed over', wire.base64, imageIn),
  userIds: idOf('user', lenient('Ids of the people and bots who are in it from the start', wire.ids, idsIn)),
  ownerId: field.maybeId('user', 'Who owns it; without it, the bot'),
  message: lenient('Not written: a first message is sent by Message.send', wire.text, () => undefined),
});

export function toNewChat(params: Values<typeof newChatFields>): {
  readonly draft: NewChat;
  readonly ownerId: number | undefined;
} {
  const { title, description, type, color, avatar, userIds, ownerId } = childrenOf('fields', params);
  return {
    ownerId,
    draft: {
      type: type === 'open' ? 'open' : 'group',
      title: title.trim(),
      description,
      color,
      ...(avatar && { avatar }),
      entity: { type: '', id: '' },
      memberIds: userIds,
      firstMessage: '',
    },
  };
}

/** What of a chat can be changed; each may be left out. */
export const chatChangeFields = within('fields', {
  title: field.givenText('New title; an empty one changes nothing', NAME_LENGTH),
  description: field.givenText('What the chat is about', TEXT_LENGTH),
  color,
  avatar: lenient('PNG, JPEG, GIF or WebP in Base64; what is none takes the old one off', wire.base64, (raw) =>
    raw === undefined ? undefined : (imageIn(raw) ?? null),
  ),
});

/** Nobody is meant by an empty list. */
export const userIds = idOf(
  'user',
  required(
    'Ids of people and bots',
    fromJson(
      readBy(wire.ids.min(1), (raw) => {
        const ids = idsIn(raw);
        return ids.length > 0 ? ids : undefined;
      }),
    ),
  ),
);

/** The same where it is no fault that nobody is meant. */
export const invitedIds = idOf('user', lenient('Ids of people and bots', wire.ids, idsIn));

const CODE = 'IMBOT_AGENT_ACTION_';
const codeOf = (status: AgentStatus) => `${CODE}${status.replace(/[A-Z]/g, '_$&').toUpperCase()}`;

export const statusMessageCode = lenient(
  'What the bot is busy with; without it, or with another word, it is shown to be typing',
  z.enum(AGENT_STATUSES.map(codeOf)),
  (raw) => AGENT_STATUSES.find((status) => codeOf(status) === toText(raw)?.trim().toUpperCase()) ?? null,
);

const LONGEST = 600;
const USUAL = 60;

export const duration = lenient(
  `For how many seconds it is shown, 1 to ${LONGEST}`,
  wire.integer,
  (raw) => Math.min(Math.max(toInteger(raw) ?? USUAL, 1), LONGEST),
  USUAL,
);

export const enabled = lenient('N: people cannot write', wire.flag, (raw) => toFlag(raw) ?? true, 'Y');

/** In which order members are told, and how many. */
export const listFields = {
  ...within('order', {
    id: direction('By id'),
    lastSendMessageId: direction('By the last message that they wrote there'),
    userId: direction('By id'),
  }),
  limit: field.count('How many', { fallback: 50, most: 200 }),
} as const;

function direction(description: string) {
  return lenient(description, z.enum(['ASC', 'DESC']), (raw) => {
    const word = toText(raw)?.trim().toUpperCase();
    return word === 'ASC' || word === 'DESC' ? word : undefined;
  });
}
