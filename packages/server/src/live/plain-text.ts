import type { LinkPreview } from '#domain/message/message.ts';
import type { Attach, AttachBlock } from '#domain/message-parts/attach.ts';
import type { ButtonAction } from '#domain/message-parts/button-action.ts';
import { withoutCodes } from '#domain/message-parts/without-codes.ts';

/*
 * What a message looks like, in plain text: for terminals and logs.
 */

/** What pressing a button does: a command as a person would type it, where a link leads, or the action with its value. */
export function pressed({
  COMMAND,
  COMMAND_PARAMS = '',
  LINK,
  ACTION,
  ACTION_VALUE = '',
  APP_ID,
}: ButtonAction): string {
  if (COMMAND !== undefined) return `/${COMMAND} ${COMMAND_PARAMS}`.trim();
  if (LINK !== undefined) return LINK;
  return ACTION !== undefined ? `${ACTION} ${ACTION_VALUE}`.trim() : `application ${APP_ID}`;
}

/** The blocks of attachments, a line or more for each. */
export function attachedLines(attaches: readonly Attach[]): string[] {
  return attaches.flatMap(({ BLOCKS }) => BLOCKS.flatMap(blockLines));
}

/** What stands behind the link of a message. */
export function previewLines(preview: LinkPreview | undefined): string[] {
  return preview ? [named(preview.title, preview.link), ...(preview.description ? [preview.description] : [])] : [];
}

function blockLines(block: AttachBlock): string[] {
  if ('MESSAGE' in block) return withoutCodes(block.MESSAGE).split('\n');
  if ('DELIMITER' in block) return ['---'];
  if ('USER' in block) return [block.USER.NAME];
  if ('LINK' in block) {
    const { NAME, LINK, DESC } = block.LINK;
    return [named(NAME, LINK), ...(DESC === undefined ? [] : [withoutCodes(DESC)])];
  }
  if ('GRID' in block)
    return block.GRID.map(({ NAME = '', VALUE = '' }) => [NAME, withoutCodes(VALUE)].filter(Boolean).join(': '));
  if ('IMAGE' in block) return block.IMAGE.map(({ NAME, LINK }) => `[image: ${named(NAME, LINK)}]`);
  return block.FILE.map(({ NAME, LINK }) => `[file: ${named(NAME, LINK)}]`);
}

function named(name: string | undefined, link: string): string {
  return name === undefined || name === '' ? link : `${name} (${link})`;
}
