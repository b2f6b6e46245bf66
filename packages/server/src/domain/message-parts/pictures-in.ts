import type { Attach, AttachBlock } from './attach.ts';

/** `[img size=small]address[/img]` and `[icon=address size=20]`. */
const WRITTEN = /\[img[^\]]{0,100}\]\s{0,20}([^\s[\]]{1,4000})\s{0,20}\[\/img\]|\[icon=([^\s[\]]{1,4000})/gi;

/** Addresses of the pictures that a message shows, in its text and in its attachments, as they are written there. */
export function picturesIn(text: string, attaches: readonly Attach[]): ReadonlySet<string> {
  const blocks = attaches.flatMap(({ BLOCKS }) => BLOCKS);
  const found = new Set(blocks.flatMap(addressesOf));
  for (const written of [text, ...blocks.flatMap(textsOf)])
    for (const [, image, icon] of written.matchAll(WRITTEN)) found.add(image ?? icon ?? '');
  return found;
}

function addressesOf(block: AttachBlock): string[] {
  if ('IMAGE' in block) return block.IMAGE.flatMap(({ LINK, PREVIEW }) => [LINK, ...listed(PREVIEW)]);
  if ('LINK' in block) return listed(block.LINK.PREVIEW);
  return 'USER' in block ? listed(block.USER.AVATAR) : [];
}

/** Those with BB codes. */
function textsOf(block: AttachBlock): string[] {
  if ('MESSAGE' in block) return [block.MESSAGE];
  if ('LINK' in block) return listed(block.LINK.DESC);
  return 'GRID' in block ? block.GRID.flatMap(({ VALUE }) => listed(VALUE)) : [];
}

function listed(one: string | undefined): string[] {
  return one === undefined ? [] : [one];
}
