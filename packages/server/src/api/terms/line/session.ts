import type { Possibly, Values } from '#api/kernel/definition/field.ts';
import { field } from '../basic/fields.ts';

/** A conversation, by itself or as the newest one of its chat (G62). */
export const sessionFields = {
  SESSION_ID: field.optionalId('session', 'Id of the conversation'),
  CHAT_ID: field.optionalId(
    'chat',
    'Id of the chat, whose newest conversation is meant; not looked at beside SESSION_ID',
  ),
} as const;

export const sessionRows = [
  {
    code: 'MISSING_REQUIRED_PARAM',
    message: 'Session ID or Chat ID must be provided',
    status: 400,
    when: ({ SESSION_ID, CHAT_ID }: Possibly<Values<typeof sessionFields>>, faulty: ReadonlySet<string>) =>
      SESSION_ID === undefined && CHAT_ID === undefined && faulty.size === 0,
  },
  {
    code: 'INVALID_SESSION_ID',
    message: 'Unable to determine session ID from provided parameters',
    status: 400,
    refused: 'session_unknown',
    when: (_: unknown, faulty: ReadonlySet<string>) => faulty.has('SESSION_ID') || faulty.has('CHAT_ID'),
  },
  {
    code: 'ACCESS_DENIED',
    message: 'You cannot open this conversation as you do not have sufficient rights',
    status: 400,
    refused: 'session_denied',
  },
] as const;
