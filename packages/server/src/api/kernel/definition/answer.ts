import type { z } from 'zod';
import type { FileContent } from './file-content.ts';
import type { Page } from './page.ts';

/** What a method answers: as its schema says, with nothing in it that could be changed afterwards; or a page of it. */
export type Answer<S extends z.ZodType> = Frozen<z.infer<S>> | Page<unknown, Frozen<z.infer<S>>>;

/** The same with nothing in it that could be changed. */
export type Frozen<T> = T extends FileContent
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Frozen<T[K]> }
      : T;
