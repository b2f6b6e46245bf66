import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Pixels of the longer side. */
const SIDE = 1280;
/** Seconds that it may take to make one. */
const WITHIN = 10;
/** Pictures that wait to be looked into; of one that comes then no smaller one is made. */
const MOST_WAITING = 20;

export interface SmallerPicture {
  /** WebP. */
  readonly bytes: Uint8Array;
  /** Of the picture that it was made of, as people see that. */
  readonly size: { readonly width: number; readonly height: number };
}

/** All other formats that the library reads are shut: some of them are programs. */
const LOADERS = ['Png', 'Jpeg', 'Nsgif', 'Webp'].map((format) => `VipsForeignLoad${format}`);

type Sharp = typeof import('sharp').default;

let sharp: Sharp | 'missing' | undefined;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes a smaller picture, one at a time in this process: each may take as much memory as it has pixels. undefined: there
 * is none in these bytes, or the library for it is not on this machine.
 */
export async function smallerPicture(bytes: Uint8Array, mostPixels: number): Promise<SmallerPicture | undefined> {
  if (waiting >= MOST_WAITING) return undefined;
  waiting += 1;
  const made = last.then(() => make(bytes, mostPixels)).catch(() => undefined);
  last = made;
  try {
    return await made;
  } finally {
    waiting -= 1;
  }
}

async function make(bytes: Uint8Array, mostPixels: number): Promise<SmallerPicture | undefined> {
  sharp ??= load();
  if (sharp === 'missing') return undefined;
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
  const { autoOrient: size } = await picture.metadata();
  const webp = await picture
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: WITHIN })
    .webp({ quality: 80 })
    .toBuffer();
  return { bytes: webp, size: { width: size.width, height: size.height } };
}

/** When the first picture comes: it takes as long as all the rest of the program. */
function load(): Sharp | 'missing' {
  try {
    const library = require('sharp') as Sharp;
    library.cache(false);
    library.concurrency(1);
    library.block({ operation: ['VipsForeignLoad'] });
    library.unblock({ operation: LOADERS });
    return library;
  } catch {
    return 'missing';
  }
}
