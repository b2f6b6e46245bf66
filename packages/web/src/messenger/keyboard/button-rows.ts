import type { ToldKeyboard } from '@botyard/client';

export type ToldButton = Extract<ToldKeyboard['BUTTONS'][number], { readonly TYPE: 'BUTTON' }>;

/** A button with its place in the keyboard, by which it is known while it is pressed. */
export interface PlacedButton {
  readonly at: number;
  readonly button: ToldButton;
}

/** Buttons as they stand: those for lines beside one another, up to a line break; the others in lines of their own. */
export function buttonRows(buttons: ToldKeyboard['BUTTONS'], isPhone: boolean): PlacedButton[][] {
  const rows: PlacedButton[][] = [];
  let row: PlacedButton[] = [];
  const end = () => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const [at, button] of buttons.entries()) {
    if (button.TYPE === 'NEWLINE') {
      end();
      continue;
    }
    if (button.CONTEXT === (isPhone ? 'DESKTOP' : 'MOBILE')) continue;
    if (button.DISPLAY === 'BLOCK') end();
    row.push({ at, button });
    if (button.DISPLAY === 'BLOCK') end();
  }
  end();
  return rows;
}
