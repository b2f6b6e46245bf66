import type { Audience } from '#domain/user/audience.ts';

const GROUPS: Readonly<Record<string, Audience['kind']>> = { G1: 'administrators', G2: 'everybody', AU: 'authorized' };

/** Reads `U12`, `G2` or `AU`; undefined for what nobody is meant by. */
export function parseAccessCode(code: string): Audience | undefined {
  const [, id] = /^U([1-9]\d{0,14})$/.exec(code) ?? [];
  if (id !== undefined) return { kind: 'person', id: Number(id) };
  return Object.hasOwn(GROUPS, code) ? ({ kind: GROUPS[code] } as Audience) : undefined;
}
