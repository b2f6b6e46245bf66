/*
 * What people see of their chats, worked out the long way: every line and every place is kept, and counted anew each time.
 */

interface Line {
  /** 1, 2, 3 ... over all chats. */
  readonly at: number;
  /** 0: the portal itself. */
  readonly author: number;
  /** As the portal numbered it, where it said so. */
  readonly id: number | undefined;
  text: string;
  isGone: boolean;
}

interface Place {
  readonly hiddenBefore: number;
  readonly joined: number;
  readTo: number;
  hiddenTo: number;
  isPinned: boolean;
  isMarked: boolean;
  isMuted: boolean;
}

export class ModelChat {
  readonly lines: Line[] = [];
  readonly places = new Map<number, Place>();
  owner = 0;
  /** `chat7`, or undefined for a private chat. */
  readonly dialog: string | undefined;

  constructor(dialog?: string) {
    this.dialog = dialog;
  }

  get newest(): number {
    return this.lines.at(-1)?.at ?? 0;
  }

  /** Those who join see nothing of what was before. */
  join(user: number): void {
    const fresh = { hiddenTo: 0, isPinned: false, isMarked: false, isMuted: false };
    const joined = [...this.places.values()].reduce((last, place) => Math.max(last, place.joined), 0) + 1;
    this.places.set(user, { hiddenBefore: this.newest, readTo: this.newest, joined, ...fresh });
  }

  /** Ids of the lines that somebody can read and in which each of these is how a word begins, the newest first. */
  foundBy(user: number, ...beginnings: readonly string[]): number[] {
    const { hiddenBefore = 0 } = this.places.get(user) ?? {};
    const has = (text: string) => {
      const words = text.split(/[^a-z0-9]+/);
      return beginnings.every((one) => words.some((word) => word.startsWith(one)));
    };
    const found = this.lines.filter(({ at, isGone, text }) => at > hiddenBefore && !isGone && has(text));
    return found.flatMap(({ id }) => id ?? []).reverse();
  }

  unreadOf(user: number): number {
    const { readTo = 0, hiddenBefore = 0 } = this.places.get(user) ?? {};
    const after = Math.max(readTo, hiddenBefore);
    return this.lines.filter(({ at, author }) => at > after && author !== 0 && author !== user).length;
  }
}

export class ChatModel {
  readonly chats = new Map<string, ModelChat>();
  readonly statuses = new Map<number, string>();
  #lines = 0;

  write(chat: ModelChat, author: number, text = '', id?: number): void {
    this.#lines += 1;
    chat.lines.push({ at: this.#lines, author, id, text, isGone: false });
  }

  /** The private chat of two people, or somebody's notes. */
  privateOf(user: number, other: number): ModelChat {
    const key = [user, other].sort().join(':');
    const known = this.chats.get(key) ?? new ModelChat();
    if (!this.chats.has(key)) for (const one of new Set([user, other])) known.join(one);
    this.chats.set(key, known);
    return known;
  }

  group(dialog: string, owner: number, others: readonly number[]): void {
    const chat = new ModelChat(dialog);
    for (const user of [owner, ...others]) chat.join(user);
    chat.owner = owner;
    this.chats.set(dialog, chat);
  }

  /** One whom they name as a dialog; a private one that nobody has written in is none. */
  find(user: number, dialog: number | string): ModelChat | undefined {
    const chat = this.chats.get(typeof dialog === 'string' ? dialog : [user, dialog].sort().join(':'));
    return chat?.places.has(user) ? chat : undefined;
  }

  invite(inviter: number, dialog: string, user: number): void {
    const chat = this.find(inviter, dialog);
    if (!chat || chat.places.has(user)) return;
    chat.join(user);
    this.write(chat, 0);
  }

  /** The owner takes somebody out, or somebody leaves. */
  takeOut(by: number, dialog: string, user: number): void {
    const chat = this.find(by, dialog);
    if (!chat?.places.has(user) || (by !== user && chat.owner !== by)) return;
    chat.places.delete(user);
    this.write(chat, 0);
    const [next] = [...chat.places].sort(([, a], [, b]) => a.joined - b.joined);
    if (chat.owner !== user || !next) return;
    chat.owner = next[0];
    this.write(chat, 0);
  }

  read(user: number, chat: ModelChat, upTo = chat.newest): void {
    const place = chat.places.get(user);
    if (place) Object.assign(place, { readTo: Math.max(place.readTo, upTo), isMarked: false });
  }

  /** How much somebody has not read: of chats by their ids, of people by theirs. */
  countersOf(user: number) {
    const sums = { CHAT: 0, DIALOG: 0 };
    const counts = { CHAT: new Map<number, number>(), CHAT_MUTED: new Map(), DIALOG: new Map() };
    const marked = { CHAT_UNREAD: [] as number[], DIALOG_UNREAD: [] as number[] };
    for (const [key, chat] of this.chats) {
      const place = chat.places.get(user);
      if (!place || chat.newest === 0) continue;
      const kind = chat.dialog === undefined ? 'DIALOG' : 'CHAT';
      const id = Number(chat.dialog?.slice(4) ?? otherIn(key, user));
      const count = chat.unreadOf(user);
      if (count > 0) counts[place.isMuted ? 'CHAT_MUTED' : kind].set(id, count);
      if (place.isMarked) marked[`${kind}_UNREAD`].push(id);
      // A mark on what is read counts as a message.
      if (!place.isMuted) sums[kind] += count || Number(place.isMarked);
    }
    return { sums, counts, marked };
  }

  /** What somebody's list of recent chats has to look like. */
  recentOf(user: number) {
    const listed = [...this.chats].flatMap(([key, chat]) => {
      const place = chat.places.get(user);
      return place && chat.newest > Math.max(place.hiddenBefore, place.hiddenTo) ? [{ key, chat, place }] : [];
    });
    listed.sort((a, b) => Number(b.place.isPinned) - Number(a.place.isPinned) || b.chat.newest - a.chat.newest);
    return listed.map(({ key, chat, place }) => ({
      id: chat.dialog ?? otherIn(key, user),
      pinned: place.isPinned,
      unread: place.isMarked,
      counter: chat.unreadOf(user),
    }));
  }
}

/** Whom a private chat is with: in notes oneself. */
function otherIn(key: string, user: number): number {
  return Number(key.split(':').find((id) => id !== String(user)) ?? user);
}
