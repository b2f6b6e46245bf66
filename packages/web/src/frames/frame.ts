import type { Router } from 'vue-router';
import type { FramePage } from './frame-page.ts';

/** Which application is opened, where, and with what. */
export interface Opening {
  readonly applicationId: number;
  /** What it has bound; undefined: it is opened at no place. */
  readonly placementId?: number;
  readonly title: string;
  /** What it is told of where it is, `PLACEMENT_OPTIONS`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** How an application is shown, which decides what some commands mean. */
export type Look = 'page' | 'panel' | 'window';

/** An open application, as what it asks for acts upon it. */
export interface Frame {
  readonly page: FramePage;
  readonly opening: Opening;
  readonly look: Look;
  /** The application opened the window that it is in by itself. */
  readonly isOwnWindow: boolean;
  /** Of the page around it. */
  readonly router: Router;
  /** Asks our server on its behalf. */
  ask(what: 'tokens' | 'begun' | 'installed'): Promise<Record<string, string>>;
  close(): void;
  reload(): void;
  setTitle(title: string): void;
  /** Tells the person what it asked for and cannot have; once of each. */
  lacks(what: string): void;
}

export type Params = Readonly<Record<string, unknown>>;

/** For commands whose callback is never called. */
export const UNANSWERED = Symbol('unanswered');

export type FrameCommands = Readonly<Record<string, (params: Params) => unknown>>;

/** Something an application asks for again and again can wait until it was done. */
export function oneAtATime(act: (params: Params) => Promise<unknown>): (params: Params) => unknown {
  let isBusy = false;
  return async (params) => {
    if (isBusy) return UNANSWERED;
    isBusy = true;
    try {
      return await act(params);
    } finally {
      isBusy = false;
    }
  };
}
