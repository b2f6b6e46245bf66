/** Which of those that are found are told of. */
export interface PageAsked {
  readonly limit: number;
  readonly offset: number;
}

/** A word of the phrase, and the departments whose names have a word that begins so. */
export interface UserWord {
  readonly word: string;
  readonly departmentIds: readonly number[];
}

export interface UserSearch {
  readonly portalId: number;
  /** All of which somebody is found by. */
  readonly words: readonly UserWord[];
  /** Neither guests nor bots. */
  readonly employeesOnly: boolean;
  /** Of people, those alone who share a chat with that user. */
  readonly contactsOf: number | undefined;
}

/** Of a chat those by whose names all of the words are found; without words all. */
export interface MemberSearch {
  readonly portalId: number;
  readonly chatId: number;
  readonly words: readonly string[];
  readonly limit: number;
}

/** A word of the phrase, and those whose names have a word that begins so. */
export interface ChatWord {
  readonly word: string;
  readonly userIds: readonly number[];
}

export interface ChatSearch {
  readonly portalId: number;
  readonly viewerId: number;
  readonly words: readonly ChatWord[];
  /** Chats that are open to employees, too, whether the viewer is in them or not. */
  readonly openOnes: boolean;
  /** Open channels alone; else none of them. */
  readonly ofLines: boolean;
}

/** Those of the ids that are told of. */
export function onPage(ids: readonly number[], { offset, limit }: PageAsked): readonly number[] {
  return ids.slice(offset, offset + limit);
}
