import { timingSafeEqual } from 'node:crypto';
import type { AccessToken, Holder, RefreshToken, TokenCodec } from '#domain/oauth/token.ts';
import type { Secrets } from './secrets.ts';

/*
 * A token is its fields and a signature over them, in hexadecimal: kind (1 byte), expiry (4), portal (6),
 * application (6), user (6), for access tokens mark (4), for refresh tokens family (8) and number (4), signature (16).
 */
const ACCESS = 1;
const REFRESH = 2;
const HOLDER_END = 23;
const ACCESS_END = 27;
const REFRESH_END = 35;
const SIGNATURE_BYTES = 16;

/** Tokens known at a time: the same few are shown with every call, and asked for with every event. */
const KEPT = 1_000;

export function tokenCodec(secrets: Secrets): TokenCodec {
  const written = new Map<string, string>();
  const read = new Map<string, AccessToken>();

  const signature = (fields: Uint8Array): Buffer => secrets.sign(fields).subarray(0, SIGNATURE_BYTES);
  const signed = (fields: Buffer): string => fields.toString('hex') + signature(fields).toString('hex');
  const fieldsOf = (text: string, kind: number, length: number): Buffer | undefined => {
    if (text.length !== 2 * (length + SIGNATURE_BYTES) || !/^[0-9a-f]+$/.test(text)) return undefined;
    const bytes = Buffer.from(text, 'hex');
    const fields = bytes.subarray(0, length);
    return fields[0] === kind && timingSafeEqual(bytes.subarray(length), signature(fields)) ? fields : undefined;
  };

  return {
    access(token) {
      const fields = writeHolder(Buffer.alloc(ACCESS_END), ACCESS, token);
      fields.write(token.mark, HOLDER_END, ACCESS_END - HOLDER_END, 'hex');
      const text = fields.toString('hex');
      // Signing takes longer than all the rest.
      return remembered(written, text, () => text + signature(fields).toString('hex')) as string;
    },
    refresh(token) {
      const fields = writeHolder(Buffer.alloc(REFRESH_END), REFRESH, token);
      fields.write(token.family, HOLDER_END, 8, 'hex');
      fields.writeUInt32BE(token.number, HOLDER_END + 8);
      return signed(fields);
    },
    readAccess: (text) =>
      remembered(read, text, () => {
        const fields = fieldsOf(text, ACCESS, ACCESS_END);
        return fields && { ...readHolder(fields), mark: fields.toString('hex', HOLDER_END) };
      }),
    readRefresh(text) {
      const fields = fieldsOf(text, REFRESH, REFRESH_END);
      return (
        fields && {
          ...readHolder(fields),
          family: fields.toString('hex', HOLDER_END, HOLDER_END + 8),
          number: fields.readUInt32BE(HOLDER_END + 8),
        }
      );
    },
  };
}

/** What is nothing is not kept: strangers would fill the memory with it. */
function remembered<T>(known: Map<string, T>, name: string, work: () => T | undefined): T | undefined {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const made = work();
  if (made === undefined) return undefined;
  if (known.size >= KEPT) known.clear();
  known.set(name, made);
  return made;
}

function writeHolder(fields: Buffer, kind: number, token: AccessToken | RefreshToken): Buffer {
  fields.writeUInt8(kind, 0);
  fields.writeUInt32BE(token.expires, 1);
  fields.writeUIntBE(token.portalId, 5, 6);
  fields.writeUIntBE(token.applicationId, 11, 6);
  fields.writeUIntBE(token.userId, 17, 6);
  return fields;
}

function readHolder(fields: Buffer): Holder & { readonly expires: number } {
  return {
    expires: fields.readUInt32BE(1),
    portalId: fields.readUIntBE(5, 6),
    applicationId: fields.readUIntBE(11, 6),
    userId: fields.readUIntBE(17, 6),
  };
}
