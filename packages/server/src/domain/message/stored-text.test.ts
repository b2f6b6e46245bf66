import { describe, expect, it } from 'vitest';
import { storedText } from './stored-text.ts';

describe('the text of a message as it is kept', () => {
  it('has line feeds for [BR] and [br], and other spellings as they are (N26)', () => {
    expect(storedText('one[BR]two[br]three[Br]four[B]five[/B]')).toBe('one\ntwo\nthree[Br]four[B]five[/B]');
  });

  it('is cut where it is too long, an emoji counting as one character', () => {
    for (const [character, count] of [
      ['x', 20_001],
      ['👋', 20_001],
      ['👋', 1_000_000],
    ] as const)
      expect(storedText(character.repeat(count))).toBe(`${character.repeat(20_000)} (...)`);
    expect(storedText('👋'.repeat(20_000))).toBe('👋'.repeat(20_000));
  });

  it('is measured with the line feeds', () => {
    expect(storedText('[BR]'.repeat(20_000))).toBe('\n'.repeat(20_000));
    expect(storedText('[BR]'.repeat(20_001))).toBe(`${'\n'.repeat(20_000)} (...)`);
  });
});
