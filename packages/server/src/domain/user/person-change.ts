import type { ImageDraft } from '../image.ts';
import type { ProfileWords } from './profile.ts';
import type { Gender } from './user.ts';

/** What of a person is to be another; what is left out stays, and a picture of null is taken away. */
export interface PersonChange {
  /** false dismisses them, true takes them back. */
  readonly isActive?: boolean;
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
