import { describe, expect, it } from 'vitest';
import { storedText } from './stored-text.ts';

describe('the text of a message as it is kept', () => {
  it('has line feeds for [BR] and [br], and other spellings as they are (N26)', () => {
    expect(storedText('one[BR]two[br]three[Br]four[B]five[/B]')).toBe('one\ntwo\nthree[Br]four[B]five[/B]');
  });

  it('is measured with the line feeds', () => {
    expect(storedText('[BR]'.repeat(20_000))).toBe('\n'.repeat(20_000));
    expect(storedText('[BR]'.repeat(20_001))).toBe(`${'\n'.repeat(20_000)} (...)`);
  });
});
