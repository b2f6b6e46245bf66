import { timingSafeEqual } from 'node:crypto';
import type { FileLink, LinkCodec } from '#domain/file/file-link.ts';
import type { Secrets } from './secrets.ts';

/*
 * A link is its fields and a signature over them, in hexadecimal: kind (1 byte), whether it renames (1), expiry (4),
 * portal (6), user (6), file or folder (6), of an upload also through what it was given out (1) and its id (6),
 * signature (16). No kind is that of an access token.
 */
const KINDS: readonly (readonly [FileLink['kind'], number])[] = [
  ['download', 16],
  ['preview', 17],
  ['upload', 18],
  ['picture', 19],
];
const MAKERS = ['webhook', 'oauth', 'session'] as const;
const FIELDS = 24;
const MAKER = 7;
const SIGNATURE = 16;

export function linkCodec(secrets: Secrets): LinkCodec {
  const signature = (fields: Uint8Array): Buffer => secrets.sign(fields).subarray(0, SIGNATURE);
  return {
    write(link) {
      const fields = Buffer.alloc(FIELDS + (link.by ? MAKER : 0));
      fields.writeUInt8(KINDS.find(([kind]) => kind === link.kind)?.[1] ?? 0, 0);
      fields.writeUInt8(Number(link.isRenaming), 1);
      fields.writeUInt32BE(link.expires, 2);
      fields.writeUIntBE(link.portalId, 6, 6);
      fields.writeUIntBE(link.userId, 12, 6);
      fields.writeUIntBE(link.id, 18, 6);
      if (link.by) {
        fields.writeUInt8(MAKERS.indexOf(link.by.auth), FIELDS);
        fields.writeUIntBE(link.by.id, FIELDS + 1, 6);
      }
      return fields.toString('hex') + signature(fields).toString('hex');
    },
    read(text) {
      const length = text.length / 2 - SIGNATURE;
      if ((length !== FIELDS && length !== FIELDS + MAKER) || !/^[0-9a-f]+$/.test(text)) return undefined;
      const bytes = Buffer.from(text, 'hex');
      const fields = bytes.subarray(0, length);
      const kind = KINDS.find(([, number]) => number === fields[0])?.[0];
      if (kind === undefined || !timingSafeEqual(bytes.subarray(length), signature(fields))) return undefined;
      const auth = length === FIELDS ? undefined : MAKERS[fields.readUInt8(FIELDS)];
      return {
        kind,
        isRenaming: fields[1] === 1,
        expires: fields.readUInt32BE(2),
        portalId: fields.readUIntBE(6, 6),
        userId: fields.readUIntBE(12, 6),
        id: fields.readUIntBE(18, 6),
        ...(auth && { by: { auth, id: fields.readUIntBE(FIELDS + 1, 6) } }),
      };
    },
  };
}
