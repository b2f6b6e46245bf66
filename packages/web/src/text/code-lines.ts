/** A line of a body: the name of a value, and the value. Both may be empty. */
export interface CodeLine {
  readonly name: string;
  readonly between: string;
  readonly value: string;
}

/** More than a screen shows; the rest is there to be copied. */
const MOST = 400;

/** A form as pairs in their order, JSON with each value on its own line, and any other text as it is. */
export function codeLines(text: string): CodeLine[] {
  const json = parsed(text);
  if (json !== undefined) return jsonLines(JSON.stringify(json, null, 2));
  if (/^[^\s=&]+=[^\s]*$/.test(text))
    return formPairs(text)
      .slice(0, MOST)
      .map(([name, value]) => ({ name, between: '=', value }));
  return text
    .split('\n')
    .slice(0, MOST)
    .map((value) => ({ name: '', between: '', value }));
}

/** What is the same in every event: who it is from, where to call, what is secret. */
const ALWAYS =
  /auth\b|_endpoint|member_id|domain|scope|status|token|client_id|expires|handler_id|^ts$|\[user_id\]|TEMPLATE_ID|SKIP_|PUSH|RECENT|SYSTEM|URL_|_COUNT|TO_USER|LANGUAGE|CHAT_TYPE|PLATFORM/i;

/** What happened, in few words. */
const TELLING =
  /^event$|\[(?:COMMAND|COMMAND_PARAMS|COMMAND_CONTEXT|MESSAGE|MESSAGE_ID|DIALOG_ID|FROM_USER_ID|BOT_ID|REPLY_ID)\]$/;
const FEWEST = 3;

/** The lines that tell what happened; where none of them is known, all but those that stand in every event. */
export function essentialLines(lines: readonly CodeLine[]): readonly CodeLine[] {
  const telling = lines.filter(({ name }) => TELLING.test(name));
  return telling.length >= FEWEST ? telling : lines.filter(({ name }) => !ALWAYS.test(name));
}

/** The fields of a form, decoded. */
export function formPairs(text: string): [name: string, value: string][] {
  return [...new URLSearchParams(text)];
}

function jsonLines(text: string): CodeLine[] {
  return text
    .split('\n')
    .slice(0, MOST)
    .map((line) => {
      const [, name, value] = /^(\s*"(?:[^"\\]|\\.)*")(?:: )(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined
        ? { name: '', between: line, value: '' }
        : { name, between: ': ', value };
    });
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
