import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessUser } from '../user/access-user.ts';
import type { User } from '../user/user.ts';
import type { SentFile } from './set-values.ts';

export interface FilePlace {
  readonly userId: number;
  /** Of the field. */
  readonly code: string;
  readonly fileId: number;
}

/** A file of somebody whom the viewer sees, in that very field. */
export async function accessUserFile(
  work: Reading,
  viewer: User,
  { userId, code, fileId }: FilePlace,
): Promise<Outcome<SentFile, 'file_denied'>> {
  const person = await accessUser(work, viewer, userId);
  const field = (await work.userFields.listOfPortal(viewer.portalId)).find((one) => one.code === code);
  const file = await work.fieldValues.findFile(fileId);
  const isThere = person.ok && field && file?.userId === userId && file.fieldId === field.id;
  return isThere ? done(file) : refused('file_denied');
}
