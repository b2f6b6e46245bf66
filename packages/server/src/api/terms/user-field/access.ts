import { loader, type Search } from '#api/kernel/definition/method.ts';
import { accessUserField } from '#domain/user-field/shape-field.ts';

/** A field that the portal has made for its people. */
export const userField = loader(['field_unknown'], ({ work, caller, params }: Search<{ id: number }>) =>
  accessUserField(work, caller.portal.id, params.id),
);
