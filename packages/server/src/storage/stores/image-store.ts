import { first, type Session } from '../session.ts';
import { statement } from '../statement.ts';

export interface Image {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export const insert = statement(
  (db, p: { portalId: number; name: string; mediaType: string; content: Uint8Array; now: number }) =>
    db
      .insertInto('image')
      .values({ portal_id: p.portalId, name: p.name, media_type: p.mediaType, content: p.content, created_at: p.now }),
);
export const byName = statement((db, p: { name: string }) =>
  db.selectFrom('image').selectAll().where('name', '=', p.name),
);

export const remove = statement((db, p: { name: string }) => db.deleteFrom('image').where('name', '=', p.name));

export function imageStore(session: Session) {
  return {
    async insertImage(portalId: number, image: Image, now: number): Promise<void> {
      await session.all(insert, { portalId, ...image, now });
    },
    async findImageId(name: string): Promise<number | undefined> {
      return (await first(session, byName, { name }))?.id;
    },
    async findImage(name: string): Promise<Image | undefined> {
      const row = await first(session, byName, { name });
      return row && { name: row.name, mediaType: row.media_type, content: row.content };
    },
    async deleteImage(name: string): Promise<void> {
      await session.all(remove, { name });
    },
  };
}
