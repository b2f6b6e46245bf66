import { fullName, type User } from '../user/user.ts';

/*
 * What the portal writes into a chat when its members, its owner or its looks change. REPLACE tells clients to show the
 * name that the user has when the line is read.
 */

type Named = Pick<User, 'id' | 'name' | 'lastName'>;

/** Who invites nobody but themselves has come by themselves. */
export function joinLine(inviter: Named, joined: readonly Named[]): string {
  if (joined.every(({ id }) => id === inviter.id)) return `${named(inviter)} joined the chat`;
  return `${named(inviter)} invited ${joined.map(named).join(', ')} to the chat`;
}

export function leaveLine(user: Named): string {
  return `${named(user)} left the chat`;
}

export function removalLine(remover: Named, removed: Named): string {
  return `${named(remover)} removed ${named(removed)} from the chat`;
}

export function titleLine(user: Named, title: string): string {
  return `${named(user)} changed the title of the chat to "${title}"`;
}

export function colorLine(user: Named): string {
  return `${named(user)} changed the colour of the chat`;
}

export function avatarLine(user: Named): string {
  return `${named(user)} changed the picture of the chat`;
}

export function ownerLine(former: Named, owner: Named): string {
  return `${named(former)} made ${named(owner)} the owner of the chat`;
}

export function successorLine(owner: Named): string {
  return `${named(owner)} is the owner of the chat now`;
}

function named(user: Named): string {
  return `[USER=${user.id} REPLACE]${fullName(user)}[/USER]`;
}
