import type { LinkPreview } from '#domain/message/message.ts';
import type { Clock } from '#kit/clock.ts';
import { readHead } from '#kit/html-head.ts';
import { type SmallerPicture, smallerPicture } from '#storage/files/smaller-picture.ts';
import { KeptForADay } from './kept-for-a-day.ts';
import type { Fetched, WebClient } from './web-client.ts';
import type { Wanted } from './web-exchange.ts';

/** A page says what it is in its beginning. */
const PAGE: Wanted = { types: ['text/html'], most: 256 * 1024, isBeginningEnough: true };
const PICTURE: Wanted = {
  types: ['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
  most: 5 * 1024 * 1024,
  isBeginningEnough: false,
};
const MOST_PIXELS = 30_000_000;
/** Addresses that are read at once, and that may wait. */
const AT_ONCE = 4;
const WAITING = 500;
/** Pages and pictures that are kept, and bytes of all pictures. */
const PAGES = 2_000;
const PICTURES = 500;
const ROOM = 32 * 1024 * 1024;

/** What stands behind links: read once a day, a few at once. Of pictures there are smaller ones that are made here. */
export class LinkPreviews {
  readonly #client: WebClient;
  readonly #pages: KeptForADay<LinkPreview>;
  readonly #pictures: KeptForADay<SmallerPicture>;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(client: WebClient, clock: Clock) {
    this.#client = client;
    this.#pages = new KeptForADay({ clock, most: PAGES, room: PAGES, sizeOf: () => 1 });
    this.#pictures = new KeptForADay({ clock, most: PICTURES, room: ROOM, sizeOf: ({ bytes }) => bytes.length });
  }

  /** undefined: no page that says what it is. */
  find(link: string): Promise<LinkPreview | undefined> {
    return this.#pages.get(link, () => this.#look(link));
  }

  /** A smaller one of the picture at that address, as WebP. */
  picture(url: string): Promise<SmallerPicture | undefined> {
    return this.#pictures.get(url, async () => {
      const fetched = await this.#get(url, PICTURE);
      return fetched && smallerPicture(fetched.bytes, MOST_PIXELS);
    });
  }

  close(): void {
    this.#client.close();
  }

  async #look(link: string): Promise<LinkPreview | undefined> {
    const page = await this.#get(link, PAGE);
    if (!page) return undefined;
    const { title, description, picture } = readHead(textOf(page));
    if (title === '' && description === '') return undefined;
    const url = picture !== '' && URL.canParse(picture, page.url) ? new URL(picture, page.url).href : undefined;
    const smaller = url === undefined ? undefined : await this.picture(url);
    return {
      link,
      title: title || new URL(page.url).hostname,
      ...(description !== '' && { description }),
      ...(url !== undefined && smaller && { picture: { url, ...smaller.size } }),
    };
  }

  async #get(url: string, wanted: Wanted): Promise<Fetched | undefined> {
    if (this.#waiting.length >= WAITING) return undefined;
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await this.#client.get(url, wanted);
    } finally {
      // Whoever waited longest takes this place.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

/** In the alphabet that the answer names, else the page itself. */
function textOf({ type, bytes }: Fetched): string {
  const named =
    /charset\s*=\s*["']?([\w-]+)/.exec(type)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/i.exec(bytes.subarray(0, 2_048).toString('latin1'))?.[1];
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    // An alphabet that nobody knows.
    return new TextDecoder().decode(bytes);
  }
}
