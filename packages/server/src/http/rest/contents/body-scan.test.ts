import { describe, expect, it } from 'vitest';
import { memoryHome } from '#storage/files/memory-home.ts';
import { SentContent } from '#storage/files/sent-content.ts';
import { BodyScan } from './body-scan.ts';
import { SentContents } from './sent-contents.ts';
import { formSpelling, jsonSpelling, type Spelling } from './spelling.ts';

const content = Buffer.from(Array.from({ length: 60_001 }, (_, i) => (i * i) % 251));
const base64 = content.toString('base64');

/** What is left of a body that comes in pieces of so many bytes, with its files put back. */
async function scanned(spelling: Spelling, body: string, size: number) {
  const home = memoryHome();
  const contents = new SentContents({
    files: home,
    most: 1_000_000,
    onError: (error) => expect(error).toBeUndefined(),
  });
  const scan = new BodyScan(spelling, contents);
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length; at += size) await scan.take(bytes.subarray(at, at + size));
  const text = (await scan.end()).toString();
  return { text, put: <T>(value: T) => contents.putInto(value) };
}

const sizes = [1, 2, 3, 5, 7, 64, 1000, 65_536, 10_000_000];

describe('a body that comes in pieces of any size', () => {
  it.each(sizes)('as JSON, %i bytes at a time', async (size) => {
    const value = {
      'a "name" \\': ['\\"', '\\\\', 'ä\u2028👋', '\\u0041\\', '', 5, null],
      file: [base64, 'x'],
      last: 'y\\',
    };
    for (const spelled of [JSON.stringify(value), JSON.stringify(value, null, 2).replaceAll('/', '\\/')]) {
      const { text, put } = await scanned(jsonSpelling, spelled.replace('+', '\\u002b'), size);
      expect(text.length).toBeLessThan(1000);
      const found = put(JSON.parse(text));
      expect({ ...found, file: [found.file[0].hash, found.file[1]] }).toEqual({
        ...value,
        file: [SentContent.of(content).hash, 'x'],
      });
    }
  });

  it.each(sizes)('as a form, %i bytes at a time', async (size) => {
    const form = new URLSearchParams({ 'a=&': 'b=&+ %', file: base64, last: 'ä' });
    const { text, put } = await scanned(formSpelling, form.toString(), size);
    const found = put(Object.fromEntries(new URLSearchParams(text)));
    const { file, ...rest } = found as unknown as Record<string, SentContent>;
    expect(file?.hash).toBe(SentContent.of(content).hash);
    expect(rest).toEqual({ 'a=&': 'b=&+ %', last: 'ä' });
  });
});

it('values that are no longer than others stay as they are', async () => {
  const body = JSON.stringify({ text: 'x'.repeat(60_000), more: ['y'.repeat(60_000)] });
  expect((await scanned(jsonSpelling, body, 1000)).text).toBe(body);
});

it('a body that ends in the middle of a value is left to whoever parses it', async () => {
  expect((await scanned(jsonSpelling, '{"a":"b\\', 3)).text).toBe('{"a":"b\\');
  expect((await scanned(formSpelling, 'a=b%2', 3)).text).toBe('a=b%2');
});
