import type { ByteRange } from '#storage/files/file-home.ts';

/**
 * The one range of bytes that a header asks for; undefined: everything, which is also what is answered to several ranges
 * and to what cannot be read. `none`: the file has no such bytes.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const last = Math.min(Number(to), size);
    return last === 0 ? 'none' : { from: size - last, to: size - 1 };
  }
  const range = { from: Number(from), to: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (to !== '' && Number(to) < range.from) return undefined;
  return range.from >= size ? 'none' : range;
}
