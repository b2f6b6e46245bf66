import type { Keyboard } from './keyboard.ts';
import type { Menu } from './menu.ts';

/** Whether a button calls that command, in any case of its name. */
export function keyboardHasCommand(keyboard: Keyboard | undefined, name: string): boolean {
  return keyboard?.BUTTONS.some((button) => 'COMMAND' in button && isNamed(button.COMMAND, name)) ?? false;
}

/** Whether an item of the menu calls that command, in any case of its name. */
export function menuHasCommand(menu: Menu | undefined, name: string): boolean {
  return menu?.ITEMS.some((item) => 'COMMAND' in item && isNamed(item.COMMAND, name)) ?? false;
}

function isNamed(command: unknown, name: string): boolean {
  return String(command).toLowerCase() === name.toLowerCase();
}
