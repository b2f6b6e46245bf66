import { toIso } from '#api/kernel/call/time-block.ts';
import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import { extensionOf, type FullFile } from '#domain/file/file.ts';
import { filesOf } from '#domain/file/list-files.ts';
import type { Message } from '#domain/message/message.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { fileUrl, type LinkTaker, linkTaker } from './links.ts';

/** A file of a chat, as it stands in histories, answers and events. */
function presentFile(file: FullFile, authorName: string, taker: LinkTaker) {
  const { id, name, content } = file;
  const chatId = file.chatId ?? 0;
  const picture = file.isPlain ? undefined : content.picture;
  const download = fileUrl(taker, 'download', id);
  const preview = picture?.hasPreview ? fileUrl(taker, 'preview', id) : '';
  const type = typeOf(file);
  return {
    id,
    chatId,
    date: toIso(file.createdAt),
    type,
    name,
    extension: extensionOf(name),
    size: content.size,
    image: picture ? { height: picture.height, width: picture.width } : (false as const),
    status: 'done' as const,
    progress: 100 as const,
    authorId: file.createdBy,
    authorName,
    urlPreview: preview,
    urlShow: preview || download,
    urlDownload: download,
    viewerAttrs: {
      viewer: '' as const,
      viewerType: type === 'file' ? ('unknown' as const) : type,
      src: preview || download,
      ...(type === 'image' && { viewerResized: '' as const }),
      objectId: String(id),
      viewerGroupBy: String(chatId),
      imChatId: chatId,
      title: name,
      actions: '[{"type":"download"}]',
    },
    mediaUrl: { preview: { 250: preview } },
    isTranscribable: false as const,
    isVideoNote: false as const,
    isVoiceNote: false as const,
  };
}

/** The files of messages that the caller reads. */
export async function presentFilesOf(messages: readonly Pick<Message, 'params'>[], work: Reading, caller: ApiCaller) {
  return presentFiles(await filesOf(work, messages), linkTaker(work, caller));
}

/** The same of several, each with the name of who brought it. */
export async function presentFiles(files: readonly FullFile[], taker: LinkTaker) {
  const authors = await taker.work.users.findUsers([...new Set(files.map(({ createdBy }) => createdBy))]);
  const names = new Map(authors.map((user) => [user.id, fullName(user)]));
  return files.map((file) => presentFile(file, names.get(file.createdBy) ?? '', taker));
}

const VIDEO = new Set(['mp4', 'webm', 'mov', 'avi', 'mkv', 'm4v', '3gp', 'ogv']);
const AUDIO = new Set(['mp3', 'ogg', 'oga', 'wav', 'm4a', 'aac', 'flac', 'opus', 'wma']);

/** A picture is what can be looked into; of sounds and films the name alone is known. */
export function typeOf({ name, content, isPlain }: FullFile): 'image' | 'video' | 'audio' | 'file' {
  if (isPlain) return 'file';
  if (content.picture) return 'image';
  const extension = extensionOf(name);
  if (VIDEO.has(extension)) return 'video';
  return AUDIO.has(extension) ? 'audio' : 'file';
}
