import { firstOf, mapped, required, shape } from '../document.ts';
import { link } from '../link.ts';
import { integer, oneOf, text } from '../scalar.ts';

/** A card of a person, a chat or a bot. */
export interface UserBlock {
  readonly NAME: string;
  /** Address of the picture. */
  readonly AVATAR?: string;
  /** Where a click leads; USER_ID, CHAT_ID, BOT_ID and NETWORK_ID lead within the messenger. */
  readonly LINK?: string;
  readonly USER_ID?: number;
  readonly CHAT_ID?: number;
  readonly BOT_ID?: number;
  readonly NETWORK_ID?: string;
  readonly AVATAR_TYPE?: 'USER' | 'CHAT' | 'BOT';
}

const readFields = shape<UserBlock>({
  NAME: required(text),
  AVATAR: link,
  LINK: link,
  USER_ID: integer(),
  CHAT_ID: integer(),
  BOT_ID: integer(),
  NETWORK_ID: text,
  AVATAR_TYPE: oneOf('USER', 'CHAT', 'BOT'),
});

/** A card leads to one place (V64). */
export const readUserBlock = mapped(readFields, (block) =>
  firstOf(block, ['NETWORK_ID', 'USER_ID', 'CHAT_ID', 'BOT_ID', 'LINK']),
);
