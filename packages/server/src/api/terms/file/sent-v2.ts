import { z } from 'zod';
import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import { Meanwhile } from '#api/kernel/definition/unfinished.ts';
import type { Chat } from '#domain/chat/chat.ts';
import type { FileWish } from '#domain/file/add-file.ts';
import { chatFolder } from '#domain/file/open-storage.ts';
import { sendFiles } from '#domain/file/send-files.ts';
import type { User } from '#domain/user/user.ts';
import { done, type Outcome } from '#kit/outcome.ts';
import type { SentContent } from '#storage/files/sent-content.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { linkTaker } from './links.ts';
import { presentFiles } from './present.ts';
import { exampleFile, fileSchema } from './schema.ts';
import { type UploadRefusal, upload } from './upload.ts';

const id = z.number().int();

export const uploadedSchema = z.object({
  file: fileSchema,
  messageId: id.describe('Of the message that it was sent with'),
  chatId: id,
  dialogId: z.string(),
});

export const exampleSent = { file: { ...exampleFile, chatId: 5 }, messageId: 123, chatId: 5, dialogId: 'chat5' };

interface Upload {
  readonly name: string;
  readonly content: SentContent;
  readonly message: string | undefined;
}

/** Puts a file into a chat that `user` may write into, and sends it; it is kept between two units. */
export async function sendUploaded(
  work: UnitOfWork,
  caller: ApiCaller,
  user: User,
  chat: Chat,
  { name, content, message = '' }: Upload,
): Promise<Outcome<z.infer<typeof uploadedSchema> | Meanwhile, UploadRefusal | 'file_unreadable'>> {
  const wish: FileWish = { name, isRenaming: true };
  const file = await upload(work, user, await chatFolder(work, chat), wish, content);
  if (!file.ok || file.value instanceof Meanwhile) return file as Outcome<Meanwhile, UploadRefusal>;
  const sent = await sendFiles(work, user, chat, [file.value], { text: message, isPlain: false });
  if (!sent.ok) return sent;
  const taker = { ...linkTaker(work, caller), userId: user.id };
  const [told] = await presentFiles(
    sent.value.files.map((one) => one.file),
    taker,
  );
  if (!told) throw new Error('A file was sent, and none was');
  return done({ file: told, messageId: sent.value.message.id, chatId: chat.id, dialogId: `chat${chat.id}` });
}
