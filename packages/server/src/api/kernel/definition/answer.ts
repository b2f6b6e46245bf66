import type { z } from 'zod';
import type { FileContent } from './file-content.ts';
import type { Page } from './page.ts';

/** What a method answers: as its schema says, with nothing in it that could be changed afterwards; of a list also a page. */
export type Answer<S extends z.ZodType> =
  | Frozen<z.infer<S>>
  | (z.infer<S> extends readonly (infer Item)[] ? Page<Frozen<Item>> : never);

/** The same with nothing in it that could be changed. */
export type Frozen<T> = T extends FileContent
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Frozen<T[K]> }
      : T;
