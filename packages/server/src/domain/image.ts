import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** A picture as it was uploaded: checked to be one, and what kind. */
export interface ImageDraft {
  readonly content: Uint8Array;
  /** Ending of its file name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
}

/** Keeps a picture under an unguessable name and answers with it. */
export async function keepImage(work: UnitOfWork, portalId: number, image: ImageDraft): Promise<string> {
  const name = `${work.random.hex(32)}.${image.extension}`;
  await work.images.insertImage(portalId, { name, mediaType: image.mediaType, content: image.content }, work.now);
  return name;
}
