import { expect, it } from 'vitest';
import { picturesIn } from './pictures-in.ts';

it('pictures stand in the text, in blocks for them, and in the texts of blocks', () => {
  const found = picturesIn('[IMG size=small] https://a.example/1.png [/IMG] [icon=https://a.example/2.png size=20]', [
    {
      BLOCKS: [
        { IMAGE: [{ LINK: 'https://a.example/3.png', PREVIEW: 'https://a.example/4.png' }] },
        { LINK: { LINK: 'https://a.example/page', PREVIEW: 'https://a.example/5.png', DESC: '[icon=/6.png]' } },
        { USER: { NAME: 'Carol', AVATAR: 'https://a.example/7.png' } },
        { MESSAGE: '[img size=large]https://a.example/8.png[/img]' },
        { GRID: [{ DISPLAY: 'LINE', VALUE: '[icon=https://a.example/9.png]' }] },
        { DELIMITER: { SIZE: 200 } },
      ],
    },
  ]);
  const names = [...found].map((address) => address.slice(address.lastIndexOf('/') + 1)).sort();
  expect(names).toEqual(['1.png', '2.png', '3.png', '4.png', '5.png', '6.png', '7.png', '8.png', '9.png']);
});

it('an address that is only named is no picture', () => {
  expect(
    picturesIn('https://a.example/1.png [url=https://a.example/2.png]x[/url] [img]https://a.example/3.png', []),
  ).toEqual(new Set());
});

it('beginnings without an end are soon looked through', () => {
  const texts = [
    '[img]'.repeat(4_000),
    `[img]${'a'.repeat(20_000)}`,
    '[icon='.repeat(4_000),
    `[img${' '.repeat(20_000)}`,
  ];
  for (const text of texts) expect(picturesIn(text, []).size).toBeLessThan(2);
});
