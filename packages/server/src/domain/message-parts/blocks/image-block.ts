import { required, shape } from '../document.ts';
import { link } from '../link.ts';
import { integer, text } from '../scalar.ts';
import { oneOrMore } from './one-or-more.ts';

export interface ImageItem {
  /** Address of the picture, WIDTH x HEIGHT pixels. */
  readonly LINK: string;
  readonly NAME?: string;
  /** Address of a smaller one; left out, LINK is shown. */
  readonly PREVIEW?: string;
  readonly WIDTH?: number;
  readonly HEIGHT?: number;
}

export const readImageBlock = oneOrMore(
  shape<ImageItem>({ LINK: required(link), NAME: text, PREVIEW: link, WIDTH: integer(), HEIGHT: integer() }),
);
