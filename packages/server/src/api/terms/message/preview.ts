import { FOR_EVER } from '#domain/file/file-link.ts';
import type { LinkPreview, Message } from '#domain/message/message.ts';
import type { Attach } from '#domain/message-parts/attach.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** The address of the picture behind the link of a message. */
export type PictureOf = (message: Pick<Message, 'id' | 'chatId'>) => string;

/** An address of the portal: whoever reads the message asks no other host for it. */
export function picturesAt(work: Reading, portalId: number, origin: string): PictureOf {
  return ({ id }) => {
    const link = { kind: 'picture', portalId, userId: 0, id, isRenaming: false, expires: FOR_EVER } as const;
    return `${origin}/previews/${work.links.write(link)}`;
  };
}

/** What stands behind a link, as portals show it: one more attachment of the message, behind its own. */
export function previewCard({ link, title, description, picture }: LinkPreview, address: string): Attach {
  return {
    BLOCKS: [
      {
        LINK: {
          LINK: link,
          NAME: title,
          ...(description !== undefined && { DESC: description }),
          ...(picture && { PREVIEW: address, WIDTH: picture.width, HEIGHT: picture.height }),
        },
      },
    ],
  };
}
