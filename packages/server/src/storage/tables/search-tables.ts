import type { Generated } from 'kysely';

/** A word of a name, by which somebody or something is found. */
export interface NameWordTable {
  portal_id: number;
  kind: string;
  word: string;
  /** The user; of a title, the chat. */
  owner_id: number;
}

/** Of which lines of a chat the words are kept: all from one to another. What is not here has none yet. */
export interface ChatIndexTable {
  chat_id: number;
  from_id: number;
  up_to_id: number;
}

/** Words of messages. SQLite has them in an index of its own kind, whose rows are known by `rowid`. */
export interface MessageWordTable {
  /** In PostgreSQL. */
  message_id: Generated<number>;
  /** In SQLite. */
  rowid: Generated<number>;
  words: string;
  /** In SQLite, for what is asked of the index itself: the name of a command, and its argument. */
  message_word: Generated<string>;
  rank: Generated<number>;
}

/** A dialog that somebody went to from their search. */
export interface SearchedDialogTable {
  /** Later ones have larger ids. */
  id: Generated<number>;
  user_id: number;
  /** The other person; 0: it is a chat. */
  other_id: number;
  /** 0: it is a person. */
  chat_id: number;
}
