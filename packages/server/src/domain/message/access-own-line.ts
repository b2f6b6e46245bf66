import { type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { MessageView } from './access-message.ts';
import { accessDeletable, type Deletion } from './delete-message.ts';
import { accessEditable } from './edit-message.ts';

/*
 * For those to whom a line of the system is nobody's, whoever had it written (V48).
 */

type Access = Outcome<MessageView, 'message_not_editable'>;

export async function accessOwnLine(work: UnitOfWork, user: User, id: number): Promise<Access> {
  return signed(await accessEditable(work, user, id));
}

export async function accessRemovableLine(
  work: UnitOfWork,
  user: User,
  id: number,
  deletion: Deletion,
): Promise<Access> {
  return signed(await accessDeletable(work, user, id, deletion));
}

function signed(view: Access): Access {
  return view.ok && view.value.message.isSystem ? refused('message_not_editable') : view;
}
