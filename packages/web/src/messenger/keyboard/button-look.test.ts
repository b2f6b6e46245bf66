import { describe, expect, it } from 'vitest';
import { lookOf } from './button-look.ts';

const button = {
  TYPE: 'BUTTON',
  TEXT: 'x',
  BOT_ID: 1,
  BLOCK: 'N',
  DISABLED: 'N',
  CONTEXT: 'ALL',
  DISPLAY: 'LINE',
} as const;

describe('the look of a button', () => {
  it('is written in what can be read on its colour', () => {
    const inkOn = (BG_COLOR: string) => lookOf({ ...button, BG_COLOR }).style['color'];
    expect(['#000', '#ffffff', '#3bc8f5', '#7f0000'].map(inkOn)).toEqual(['#ffffff', '#000000', '#000000', '#ffffff']);
    expect(inkOn('red;position:fixed')).toBe('');
  });

  it('follows a token before a colour, and a colour of the bot as it is', () => {
    expect(lookOf({ ...button, BG_COLOR_TOKEN: 'alert', BG_COLOR: '#fff' }).class).toBe('alert');
    expect(lookOf({ ...button, BG_COLOR: '#000', WIDTH: 120 })).toEqual({
      class: 'own',
      style: { flex: '0 1 120px', background: '#000', color: '#ffffff' },
    });
    expect(lookOf({ ...button, TEXT_COLOR: '#f00' })).toEqual({ class: 'inked', style: { '--ink-of-bot': '#f00' } });
  });
});
