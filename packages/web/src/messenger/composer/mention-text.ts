interface Named {
  readonly id: number;
  readonly name: string;
}

/** Names behind an @, as they are written in the field, as mentions: the longest name first. */
export function withMentions(text: string, people: readonly Named[], all: string): string {
  if (!text.includes('@')) return text;
  const named = [...people].filter(({ name }) => name !== '').sort((one, other) => other.name.length - one.name.length);
  let result = '';
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('@', at);
    if (next < 0) return result + text.slice(at);
    result += text.slice(at, next);
    const rest = text.slice(next + 1);
    const isWithin = next > 0 && /[\p{L}\p{N}]/u.test(text[next - 1] ?? '');
    const found = isWithin ? undefined : named.find(({ name }) => begins(rest, name));
    if (found) {
      result += `[USER=${found.id}]${found.name}[/USER]`;
      at = next + 1 + found.name.length;
    } else if (!isWithin && begins(rest, all)) {
      result += `[USER=all]${all}[/USER]`;
      at = next + 1 + all.length;
    } else {
      result += '@';
      at = next + 1;
    }
  }
  return result;
}

/** The other way round: as a message that is to be changed stands in the field. */
export function withoutMentions(text: string): string {
  return text.replace(/\[USER=(?:\d{1,15}|all)(?: REPLACE)?\]([^[\]]{1,200})\[\/USER\]/gi, '@$1');
}

function begins(text: string, name: string): boolean {
  return text.startsWith(name) && !/[\p{L}\p{N}]/u.test(text[name.length] ?? '');
}
