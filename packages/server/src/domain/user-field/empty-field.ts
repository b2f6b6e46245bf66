import { counted, type Emptying, inTurn } from '../leftover/emptying.ts';

/** What people have in a field that was deleted, then the field itself. A file may be as long as ten thousand values. */
export const emptyField: Emptying = inTurn(
  (work, fieldId, most) => work.fieldValues.deleteOfField(fieldId, most),
  counted(100, (work, fieldId, most) => work.fieldValues.deleteFilesOfField(fieldId, most)),
  async (work, fieldId) => {
    await work.userFields.deleteField(fieldId);
    return 0;
  },
);
