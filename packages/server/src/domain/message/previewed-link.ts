import { firstLink } from '../message-parts/first-link.ts';
import type { Message } from './message.ts';

/** The link of a message of which it is to be shown what stands behind it. */
export function previewedLink({ text, params }: Pick<Message, 'text' | 'params'>): string | undefined {
  return params.urlPreview === false || params.isDeleted ? undefined : firstLink(text);
}
