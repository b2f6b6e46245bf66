import type { Reading } from '#storage/unit-of-work.ts';
import type { MessageParams } from '../message/message.ts';
import type { FullFile } from './file.ts';

/** The files of these messages that are still there, each once. */
export async function filesOf(
  work: Reading,
  messages: readonly { readonly params: MessageParams }[],
): Promise<FullFile[]> {
  return fullFiles(
    work,
    messages.flatMap(({ params }) => params.fileIds ?? []),
  );
}

export async function fullFiles(work: Reading, ids: readonly number[]): Promise<FullFile[]> {
  if (ids.length === 0) return [];
  const files = await work.files.listFiles([...new Set(ids)]);
  const contents = await work.contents.listContents([...new Set(files.map(({ contentId }) => contentId))]);
  const byId = new Map(contents.map((content) => [content.id, content]));
  return files.flatMap((file) => {
    const content = byId.get(file.contentId);
    return content ? [{ ...file, content }] : [];
  });
}
