import type { ToldButton } from './button-rows.ts';

/** Black or white, whichever can be read on a colour; undefined: it is none. */
function readableOn(color: string): string | undefined {
  const [, hex = ''] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color) ?? [];
  if (hex === '') return undefined;
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

/** Colours that the bot chose itself; a token goes before a colour. */
export function lookOf(button: ToldButton): { readonly class: string; readonly style: Record<string, string> } {
  const { BG_COLOR_TOKEN: token, BG_COLOR: color, TEXT_COLOR: ink, WIDTH } = button;
  const style: Record<string, string> = WIDTH ? { flex: `0 1 ${Math.min(WIDTH, 600)}px` } : {};
  if (token !== undefined && token !== 'base') return { class: token, style };
  if (color !== undefined) {
    style['background'] = color;
    style['color'] = ink ?? readableOn(color) ?? '';
    return { class: 'own', style };
  }
  if (ink !== undefined) style['--ink-of-bot'] = ink;
  return { class: ink === undefined ? '' : 'inked', style };
}
