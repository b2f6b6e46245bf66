import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type ImageDraft, keepImage } from '../image.ts';
import type { ProfileWords } from './profile.ts';
import type { Gender, UserDraft } from './user.ts';

/** Changes of a person: what is left out stays, a picture of null is removed. */
export interface PersonChange {
  readonly name?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly workPosition?: string;
  readonly gender?: Gender;
  /** YYYY-MM-DD or empty. */
  readonly birthday?: string;
  readonly website?: string;
  readonly photo?: ImageDraft | null;
  readonly logo?: ImageDraft | null;
  readonly departments?: readonly number[];
  readonly words?: ProfileWords;
}

/** `id` is the department that the portal has not got. */
export type PersonChangeRefusal = 'department_unknown';

/** Somebody as they are after the change; nothing of it is stored yet but the pictures. */
export async function withChange<U extends UserDraft>(
  work: UnitOfWork,
  user: U,
  { photo, logo, departments, words, ...columns }: PersonChange,
): Promise<Outcome<U, PersonChangeRefusal>> {
  const known = departments && (await work.departments.listOfPortal(user.portalId));
  const unknown = departments?.find((id) => !known?.some((department) => department.id === id));
  if (unknown !== undefined) return refused('department_unknown', { id: unknown });
  const keep = async (image: ImageDraft | null) => (image ? keepImage(work, user.portalId, image) : '');
  const profile = user.profile.with({
    ...(departments && { departments }),
    words: { ...words, ...(logo !== undefined && { workLogo: await keep(logo) }) },
  });
  return done({ ...user, ...columns, ...(photo !== undefined && { photo: await keep(photo) }), profile });
}
