import { fullName, type User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { yesNo } from '../basic/yes-no.ts';

/** The person who caused an event; how much of them is told differs from event to event. */
export async function presentEventUser(work: Reading, userId: number, detail: 'brief' | 'position' | 'full') {
  const user = userId > 0 ? await work.users.findUser(userId) : undefined;
  if (!user) return {};
  return {
    ID: user.id,
    NAME: fullName(user),
    FIRST_NAME: user.name,
    LAST_NAME: user.lastName,
    ...(detail !== 'brief' && { WORK_POSITION: user.workPosition }),
    GENDER: user.gender || 'M',
    ...(detail === 'full' && kinds(user)),
  } as const;
}

function kinds(user: User) {
  return {
    IS_BOT: yesNo(user.isBot),
    IS_CONNECTOR: yesNo(user.isVisitor),
    IS_NETWORK: 'N',
    IS_EXTRANET: yesNo(user.isExtranet),
  } as const;
}
