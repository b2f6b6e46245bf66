import { required, shape } from '../document.ts';
import { link } from '../link.ts';
import { integer, text } from '../scalar.ts';
import { oneOrMore } from './one-or-more.ts';

export interface FileItem {
  readonly LINK: string;
  readonly NAME?: string;
  /** Bytes. */
  readonly SIZE?: number;
}

export const readFileBlock = oneOrMore(shape<FileItem>({ LINK: required(link), NAME: text, SIZE: integer(0) }));
