import { expect } from 'vitest';
import type { Case } from '../case.ts';

const NUMBER = expect.any(Number);

/** Everybody may be brought in, and those who are not there are left out in silence. */
export const anybody = (result: unknown): NonNullable<Case['may']> => ({
  'USERS.0': { theirs: result, elsewhere: result },
});

/** An object outside of the portal is nobody's: chats of several people may belong to one. */
export const OF_OBJECT: NonNullable<Case['may']> = { ENTITY_ID: { theirs: NUMBER, elsewhere: NUMBER } };
