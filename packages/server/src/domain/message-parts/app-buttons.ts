import type { ButtonAction } from './button-action.ts';
import type { Keyboard } from './keyboard.ts';
import type { Menu } from './menu.ts';

interface Pressed {
  readonly keyboard?: Keyboard;
  readonly menu?: Menu;
}

/** Ids of the programs that its buttons open. */
export function appsIn({ keyboard, menu }: Pressed): number[] {
  const pressed: readonly object[] = [...(keyboard?.BUTTONS ?? []), ...(menu?.ITEMS ?? [])];
  return pressed.flatMap(({ APP_ID }: ButtonAction) => (APP_ID === undefined ? [] : [APP_ID]));
}

/** Without the buttons that open those. A keyboard or a menu of which nothing is left goes, too. */
export function withoutApps<P extends Pressed>({ keyboard, menu, ...params }: P, gone: ReadonlySet<number>) {
  const isThere = (one: object) => !gone.has((one as ButtonAction).APP_ID ?? 0);
  const buttons = keyboard?.BUTTONS.filter(isThere) ?? [];
  const items = menu?.ITEMS.filter(isThere) ?? [];
  return {
    ...params,
    ...(keyboard && buttons.some((button) => 'TEXT' in button) && { keyboard: { ...keyboard, BUTTONS: buttons } }),
    ...(menu && items.length > 0 && { menu: { ...menu, ITEMS: items } }),
  };
}
