import type { FieldValue } from '#domain/user-field/user-field.ts';
import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

export interface UserFile {
  readonly id: number;
  readonly fieldId: number;
  readonly userId: number;
  readonly name: string;
  readonly content: Uint8Array;
}

interface Place {
  fieldId: number;
  userId: number;
}

export const put = statement((db, p: Place & { value: string }) =>
  db
    .insertInto('user_field_value')
    .values({ field_id: p.fieldId, user_id: p.userId, value: p.value })
    .onConflict((conflict) =>
      conflict.columns(['field_id', 'user_id']).doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    ),
);
export const remove = statement((db, p: Place) =>
  db.deleteFrom('user_field_value').where('field_id', '=', p.fieldId).where('user_id', '=', p.userId),
);
export const ofField = statement((db, p: { fieldId: number }) =>
  db.selectFrom('user_field_value').select(['user_id', 'value']).where('field_id', '=', p.fieldId),
);
export const insertFile = statement((db, p: Place & { name: string; content: Uint8Array; now: number }) =>
  db
    .insertInto('user_file')
    .values({ field_id: p.fieldId, user_id: p.userId, name: p.name, content: p.content, created_at: p.now })
    .returning('id'),
);
export const fileById = statement((db, p: { id: number }) =>
  db.selectFrom('user_file').selectAll().where('id', '=', p.id),
);
export const fileIds = statement((db, p: Place) =>
  db.selectFrom('user_file').select('id').where('field_id', '=', p.fieldId).where('user_id', '=', p.userId),
);
export const deleteValues = statement((db, p: { fieldId: number; limit: number }) =>
  db
    .deleteFrom('user_field_value')
    .where('field_id', '=', p.fieldId)
    .where('user_id', 'in', (eb) =>
      eb.selectFrom('user_field_value').select('user_id').where('field_id', '=', p.fieldId).limit(p.limit),
    )
    .returning('user_id'),
);
export const deleteFiles = statement((db, p: { fieldId: number; limit: number }) =>
  db
    .deleteFrom('user_file')
    .where('id', 'in', (eb) => eb.selectFrom('user_file').select('id').where('field_id', '=', p.fieldId).limit(p.limit))
    .returning('id'),
);
export const deleteFile = statement((db, p: { id: number }) => db.deleteFrom('user_file').where('id', '=', p.id));

/** What people have in the fields that their portal made for itself. */
export function fieldValueStore(session: Session) {
  return {
    /** None takes away what was there. */
    async updateValues(fieldId: number, userId: number, values: readonly FieldValue[]): Promise<void> {
      if (values.length === 0) await session.all(remove, { fieldId, userId });
      else await session.all(put, { fieldId, userId, value: JSON.stringify(values) });
    },
    /** By person; those who have nothing there are not in it. */
    async listOfField(fieldId: number): Promise<ReadonlyMap<number, readonly FieldValue[]>> {
      const rows = await session.all(ofField, { fieldId });
      return new Map(rows.map((row) => [row.user_id, JSON.parse(row.value) as FieldValue[]]));
    },
    async insertFile({ fieldId, userId, name, content }: Omit<UserFile, 'id'>, now: number): Promise<number> {
      const row = await first(session, insertFile, { fieldId, userId, name, content, now });
      return (row as { id: number }).id;
    },
    async findFile(id: number): Promise<UserFile | undefined> {
      const row = await first(session, fileById, { id });
      return row && { id, fieldId: row.field_id, userId: row.user_id, name: row.name, content: row.content };
    },
    /** Takes away the files of that person in that field, but for those that are named. */
    async deleteOtherFiles(fieldId: number, userId: number, kept: readonly FieldValue[]): Promise<void> {
      for (const { id } of await session.all(fileIds, { fieldId, userId }))
        if (!kept.includes(id)) await session.all(deleteFile, { id });
    },
    /** `limit` of those that people have in it; answers how many there were. */
    async deleteOfField(fieldId: number, limit: number): Promise<number> {
      return (await session.all(deleteValues, { fieldId, limit })).length;
    },
    /** The same of the files in it. */
    async deleteFilesOfField(fieldId: number, limit: number): Promise<number> {
      return (await session.all(deleteFiles, { fieldId, limit })).length;
    },
  };
}
