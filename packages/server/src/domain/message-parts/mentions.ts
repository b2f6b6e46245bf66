import { outsideCode } from './code-span.ts';

interface Mention {
  /** {@link EVERYBODY}: all who are in the chat. */
  readonly userId: number;
  readonly start: number;
  readonly end: number;
}

const EVERYBODY = -1;

/** The ids of the people and bots that a text mentions as `[USER=id]Name[/USER]`, each once, in order. */
export function parseMentions(text: string): number[] {
  // Most texts have none, and finding that out by the long way costs as much as storing the message.
  if (!text.includes('[')) return [];
  const ids = new Set(Array.from(findMentions(text), (mention) => mention.userId));
  ids.delete(EVERYBODY);
  return [...ids];
}

/** Whether a text mentions all who are in its chat, as `[USER=all]Everyone[/USER]`. */
export function mentionsEverybody(text: string): boolean {
  return /\[USER=all/i.test(text) && Array.from(findMentions(text)).some(({ userId }) => userId === EVERYBODY);
}

/**
 * What a bot reads of a message that mentions it (R21). The mention goes with a comma or colon that touches it and the
 * blanks behind, then the edges are trimmed. That is the rule behind both documented payloads:
 * "[USER=571]NewBot[/USER], create a task list" is "create a task list", while the detached comma of
 * "[USER=567]NewBot[/USER] , how to set up" stays: ", how to set up".
 */
export function withoutMention(text: string, userId: number): string {
  const kept: string[] = [];
  let from = 0;
  for (const mention of findMentions(text)) {
    if (mention.userId !== userId) continue;
    kept.push(text.slice(from, mention.start));
    from = addressEnd(text, mention.end);
  }
  return from === 0 ? text : (kept.join('') + text.slice(from)).trim();
}

function addressEnd(text: string, mentionEnd: number): number {
  const address = /[,:]?[^\S\r\n]*/y;
  address.lastIndex = mentionEnd;
  return mentionEnd + (address.exec(text)?.[0].length ?? 0);
}

// By tags, not by a pattern over the pair: a text full of opening tags would be searched to its end for each of them.
function* findMentions(text: string): Generator<Mention> {
  let open: { readonly userId: number; readonly start: number } | undefined;
  for (const { 0: tag, 1: id, index } of outsideCode(text, /\[USER=(\d{1,15}|all)(?: REPLACE)?\]|\[\/USER\]/gi)) {
    if (id !== undefined) open = { userId: /all/i.test(id) ? EVERYBODY : Number(id), start: index };
    else if (open !== undefined) {
      if (open.userId !== 0) yield { ...open, end: index + tag.length };
      open = undefined;
    }
  }
}
