import { type ButtonAction, face, readButtonAction } from './button-action.ts';
import { both, type Demand, list, required, shape } from './document.ts';
import { type PartLimit, type PartResult, parsePart, wrapped } from './part.ts';
import { flag, oneOf } from './scalar.ts';

/** What a bot adds to the context menu of its message. What is left out means the documented default. */
export interface Menu {
  readonly ITEMS: readonly MenuItem[];
}

export interface MenuItem extends ButtonAction, ItemFace {}

interface ItemFace {
  readonly TEXT: string;
  /** Where it is shown. Default ALL. */
  readonly CONTEXT?: 'MOBILE' | 'DESKTOP' | 'ALL';
  /** Y: cannot be chosen. Default N. */
  readonly DISABLED?: 'Y' | 'N';
}

const readFace = shape<ItemFace>({ TEXT: required(face), CONTEXT: oneOf('MOBILE', 'DESKTOP', 'ALL'), DISABLED: flag });
const readItem: Demand<MenuItem> = both(readFace, readButtonAction);
const readMenu = shape<Menu>({ ITEMS: list('item', readItem) });

const readWhole = wrapped('ITEMS', readMenu);

/** null: there is none, or it is to be removed. */
export function parseMenu(raw: unknown, limit: PartLimit = {}): PartResult<Menu | null> {
  return parsePart('MENU', raw, limit, readWhole);
}
