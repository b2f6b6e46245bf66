import { Readable } from 'node:stream';
import { type Draft, FileGone, type FileHome, FileNotKept } from './file-home.ts';

/** Bytes of all files of a portal that is kept in memory. */
const MOST = 256 * 1024 * 1024;

/** Keeps files in memory, up to so many bytes of them together. */
export function memoryHome(most = MOST): FileHome {
  const files = new Map<string, Buffer>();
  let held = 0;
  const take = (bytes: number) => {
    if (held + bytes > most) throw new FileNotKept(`Files in memory may come to ${most} bytes`);
    held += bytes;
  };
  return {
    async draft(): Promise<Draft> {
      let chunks: Uint8Array[] = [];
      let size = 0;
      return {
        async write(bytes) {
          take(bytes.length);
          size += bytes.length;
          chunks.push(Uint8Array.from(bytes));
        },
        async keep(key) {
          files.set(key, Buffer.concat(chunks));
          chunks = [];
          size = 0;
        },
        async discard() {
          held -= size;
          chunks = [];
          size = 0;
        },
      };
    },
    async open(key, range) {
      const content = files.get(key);
      if (!content) throw new FileGone(`There is no file ${key}`);
      return Readable.from([range ? content.subarray(range.from, range.to + 1) : content]);
    },
    async remove(key) {
      held -= files.get(key)?.length ?? 0;
      files.delete(key);
    },
  };
}
