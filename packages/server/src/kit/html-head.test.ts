import { describe, expect, it } from 'vitest';
import { readHead } from './html-head.ts';

describe('what a page says of itself', () => {
  it.each([
    ['<title>Caf&eacute; &amp; B&#228;r</title>', { title: 'Caf&eacute; & Bär' }],
    ['<TITLE>\n Two\n lines </TITLE>', { title: 'Two lines' }],
    ['<title>Old</title><meta property="og:title" content="New">', { title: 'New' }],
    ["<meta content='About us' name=description>", { description: 'About us' }],
    ['<meta name="description" content="a > b"><title>T</title>', { title: 'T', description: 'a > b' }],
    [
      '<meta property="og:description" content="better"><meta name="description" content="x">',
      { description: 'better' },
    ],
    ['<meta property="og:image" content="/a.png?x=1&amp;y=2">', { picture: '/a.png?x=1&y=2' }],
    ['<!-- <title>no</title> --><script>"<title>no</title>"</script><title>yes</title>', { title: 'yes' }],
    ['<title>first</title><title>second</title>', { title: 'first' }],
    ['<body><title>too late</title>', {}],
    ['<head></head><meta name="description" content="too late">', {}],
    ['<title>never ends', {}],
    ['<meta name="description" content="never ends', {}],
    ['no markup at all', {}],
    ['', {}],
    ['<title>&#0;&#xD800;&#1114112;</title>', {}],
  ])('%s', (html, said) => {
    expect(readHead(html)).toEqual({ title: '', description: '', picture: '', ...said });
  });

  it('is no longer than is shown, and no half character', () => {
    const { title, description } = readHead(
      `<title>${'x'.repeat(254)}😀</title><meta name="description" content="${'y'.repeat(5_000)}">`,
    );
    expect([title.length, title.isWellFormed(), description.length]).toEqual([255, true, 1_000]);
  });

  it.each(['<meta ', '<meta content="', '<', '<!--', '<title>', '</title', '<script>', "<meta x='"])(
    'is read once, whatever is there: %s',
    (piece) => {
      expect(readHead(piece.repeat(30_000)).description).toBe('');
    },
  );
});
