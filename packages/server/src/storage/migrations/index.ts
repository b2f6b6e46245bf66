import type { Dialect } from '../dialect.ts';
import { portalChatBot } from './0001-portal-chat-bot.ts';
import { receivers } from './0002-receivers.ts';
import { oauth } from './0003-oauth.ts';
import { people } from './0004-people.ts';
import { signIn } from './0005-sign-in.ts';
import { leanOutbox } from './0006-lean-outbox.ts';
import { subscriptions } from './0007-subscriptions.ts';

/** A step of the schema. Once released it is never edited: the next change is a further step. */
export interface Migration {
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}

export const migrations: readonly Migration[] = [
  portalChatBot,
  receivers,
  oauth,
  people,
  signIn,
  leanOutbox,
  subscriptions,
];
