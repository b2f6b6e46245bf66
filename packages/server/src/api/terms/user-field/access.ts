import { writingLookup } from '#api/kernel/definition/lookup.ts';
import { accessUserField } from '#domain/user-field/shape-field.ts';
import { NO_ID } from '../basic/no-id.ts';

/** A field that the portal has made for its people, locked for a change. */
export const knownUserField = writingLookup(['field_unknown'], ({ work, caller }, id: number | undefined) =>
  accessUserField(work, caller.portal.id, id ?? NO_ID),
);
