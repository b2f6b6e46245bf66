import { describe, expect, it } from 'vitest';
import { askedCommand } from './asked-command.ts';

describe('what an application asks', () => {
  it('has a name, parameters and a key', () => {
    expect(askedCommand('setTitle:{"title":"a:b"}:key1:sid', 'sid')).toEqual({
      name: 'setTitle',
      params: { title: 'a:b' },
      key: 'key1',
    });
  });

  it('may have no parameters', () => {
    expect(askedCommand('closeApplication:key1:sid', 'sid')).toEqual({
      name: 'closeApplication',
      params: {},
      key: 'key1',
    });
  });

  it('is nothing where it is of another opening, cut off, or not readable', () => {
    for (const text of [
      '',
      ':',
      '::',
      ':::',
      'sid',
      ':sid',
      'a:sid',
      ':a:sid',
      'a:key:other',
      'a:{:key:sid',
      'a:1:key:sid',
    ])
      expect(askedCommand(text, 'sid'), text).toBeUndefined();
  });

  it('reads null as no parameters', () => {
    expect(askedCommand('getInterface:null:key:sid', 'sid')?.params).toEqual({});
  });
});
