import type { User } from '@botyard/client';
import type { SlashCommand } from '../../stores/slash-commands.ts';

/** What may be meant by what stands before the caret. */
export type Suggestion =
  | { readonly kind: 'command'; readonly key: string; readonly command: SlashCommand }
  | { readonly kind: 'person'; readonly key: string; readonly user: User }
  | { readonly kind: 'all'; readonly key: string };

export interface Asked {
  readonly kind: 'command' | 'mention';
  readonly query: string;
  /** Where in the text it begins. */
  readonly from: number;
}

const MOST = 8;

/** What is begun before the caret: a command at the start of a line, or a name behind an @. */
export function askedAt(text: string, caret: number): Asked | undefined {
  const before = text.slice(0, caret);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const [, command] = /^\/(\S*)$/.exec(line) ?? [];
  if (command !== undefined) return { kind: 'command', query: command, from: caret - line.length };
  const [, name] = /(?:^|[\s(])@([\p{L}\p{N}._-]{0,40}(?: [\p{L}\p{N}._-]{0,40})?)$/u.exec(line) ?? [];
  return name === undefined ? undefined : { kind: 'mention', query: name, from: caret - name.length - 1 };
}

/** Commands whose names begin so come first, then those in whose names or titles it stands. */
export function commandsFor(query: string, commands: readonly SlashCommand[]): Suggestion[] {
  const wanted = query.toLowerCase();
  const begins = commands.filter(({ name }) => name.toLowerCase().startsWith(wanted));
  const others = commands.filter(
    (one) => !begins.includes(one) && wanted !== '' && `${one.name} ${one.title}`.toLowerCase().includes(wanted),
  );
  return [...begins, ...others].map((command) => ({ kind: 'command', key: `command ${command.id}`, command }));
}

/** People any word of whose name begins so. */
export function peopleFor(query: string, people: readonly User[], all: string): Suggestion[] {
  const wanted = query.toLowerCase();
  const fits = (name: string) =>
    name.toLowerCase().startsWith(wanted) ||
    name
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted));
  const found = people.filter(({ name }) => fits(name)).slice(0, MOST);
  const everybody: Suggestion[] = people.length > 1 && fits(all) ? [{ kind: 'all', key: 'all' }] : [];
  return [...found.map((user): Suggestion => ({ kind: 'person', key: `person ${user.id}`, user })), ...everybody];
}
