import { describe, expect, it } from 'vitest';
import { withMentions, withoutMentions } from './mention-text.ts';

const people = [
  { id: 2, name: 'Bob' },
  { id: 3, name: 'Bob Berger' },
];

describe('names behind an @', () => {
  it.each([
    ['@Bob Berger, please', '[USER=3]Bob Berger[/USER], please'],
    ['hello @Bob!', 'hello [USER=2]Bob[/USER]!'],
    ['@everybody read this', '[USER=all]everybody[/USER] read this'],
    ['bob@Bob.example', 'bob@Bob.example'],
    ['@Bobby and @', '@Bobby and @'],
  ])('%s', (written, sent) => {
    expect(withMentions(written, people, 'everybody')).toBe(sent);
  });

  it('stand in the field again when the message is changed', () => {
    expect(withoutMentions('hi [USER=3]Bob Berger[/USER] and [user=all]all[/user]')).toBe('hi @Bob Berger and @all');
  });
});
