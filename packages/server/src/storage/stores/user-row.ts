import type { Selectable } from 'kysely';
import { Profile } from '#domain/user/profile.ts';
import type { Gender, User, UserDraft } from '#domain/user/user.ts';
import type { UserStatus } from '#domain/user/user-status.ts';
import type { UserTable } from '../tables/portal-tables.ts';

export function toRow(user: UserDraft) {
  return {
    portal_id: user.portalId,
    is_bot: Number(user.isBot),
    is_active: Number(user.isActive),
    is_admin: Number(user.isAdmin),
    is_extranet: Number(user.isExtranet),
    is_visitor: Number(user.isVisitor),
    name: user.name,
    last_name: user.lastName,
    email: user.email,
    work_position: user.workPosition,
    gender: user.gender,
    birthday: user.birthday,
    website: user.website,
    color: user.color,
    photo: user.photo,
    language: user.language,
    is_invited: Number(user.isInvited),
    profile: user.profile.text,
  };
}

export function toUser(row: Selectable<UserTable>): User {
  return {
    id: row.id,
    portalId: row.portal_id,
    isBot: row.is_bot === 1,
    isActive: row.is_active === 1,
    isAdmin: row.is_admin === 1,
    isExtranet: row.is_extranet === 1,
    isVisitor: row.is_visitor === 1,
    name: row.name,
    lastName: row.last_name,
    email: row.email,
    workPosition: row.work_position,
    gender: row.gender as Gender,
    birthday: row.birthday,
    website: row.website,
    color: row.color,
    photo: row.photo,
    language: row.language,
    isInvited: row.is_invited === 1,
    profile: new Profile(row.profile),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    lastActivityAt: row.last_activity_at,
    status: row.status === '' ? null : (row.status as UserStatus),
    idleSince: row.idle_since,
  };
}
