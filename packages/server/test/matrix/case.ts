import type { Kind, Things } from './things.ts';

/** In the place of an id: the caller's own thing of that kind. The matrix puts there what is not the caller's. */
class Own {
  readonly kind: Kind;

  constructor(kind: Kind) {
    this.kind = kind;
  }
}

export const own = (kind: Kind) => new Own(kind);

/** Whose thing is put in the place of the caller's own. */
export type Whose = 'theirs' | 'gone' | 'elsewhere';

export interface Case {
  /** A call that succeeds as it stands. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Who may make it. */
  readonly by?: 'anybody' | 'administrators';
  /** How far the caller has read their own chats, or what they were told, is changed, wherever the call points. */
  readonly movesReadMarks?: true;
  /** What is told of the callers themselves is changed. */
  readonly changesSelf?: true;
  /** Nobody can call it with success: the code that everybody is answered with. */
  readonly refused?: string;
  /** Lines of the portal are changed, whoever made them. */
  readonly changesLines?: true;
  /** Done by the bot that serves a visitor, to their conversation. */
  readonly servesVisitor?: true;
  /** Whom the call names is met by it: a private chat is there from then on. */
  readonly meets?: true;
  /**
   * By the path of an id, as `USERS.0`: whose things it may name without being refused, and what the result is then. It
   * shows nothing of what is marked as private even so, and nothing is written that belongs to those things.
   */
  readonly may?: Readonly<Record<string, Readonly<Partial<Record<Whose, unknown>>>>>;
}

/** Part of a case. */
export const BY_ADMINISTRATORS = { by: 'administrators' } as const satisfies Partial<Case>;

/** The calls of a method, each of which names other things. */
export type Calls = Case | readonly Case[];

/** Where own things stand in the parameters. */
export function pathsOf(value: unknown, path: readonly string[] = []): { path: string; kind: Kind }[] {
  if (value instanceof Own) return [{ path: path.join('.'), kind: value.kind }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
}

/** The parameters with the things that `thingFor` gives for each place. */
export function fill(
  value: unknown,
  thingFor: (path: string, kind: Kind) => Things[Kind],
  path: readonly string[] = [],
): unknown {
  if (value instanceof Own) return thingFor(path.join('.'), value.kind);
  if (Array.isArray(value)) return value.map((one, i) => fill(one, thingFor, [...path, String(i)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, thingFor, [...path, key])]));
}
