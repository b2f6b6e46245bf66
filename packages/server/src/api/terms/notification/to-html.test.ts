import { describe, expect, it } from 'vitest';
import { toHtml } from './to-html.ts';

describe('a text with BB codes as HTML', () => {
  it.each([
    ['plain', 'plain'],
    ['one\ntwo', 'one<br />two'],
    ['[b]bold[/b] and [I]italic[/I]', '<b>bold</b> and <i>italic</i>'],
    ['[u]under[/u] [s]struck[/s]', '<u>under</u> <s>struck</s>'],
    ['[b]both [i]of[/i] them[/b]', '<b>both <i>of</i> them</b>'],
    [
      '[url=https://example.com/?a=1&b=2]here[/url]',
      '<a href="https://example.com/?a=1&amp;b=2" target="_blank">here</a>',
    ],
    ['[URL]https://example.com/[/URL]', '<a href="https://example.com/" target="_blank">https://example.com/</a>'],
    ['[url=/online/]here[/url]', '<a href="/online/" target="_blank">here</a>'],
    ['[user=5 REPLACE]Bob[/user] in [chat=7]Team[/chat]', 'Bob in Team'],
  ])('%j', (text, html) => expect(toHtml(text)).toBe(html));

  it.each([
    ['[b]without an end', '[b]without an end'],
    ['without a beginning[/b]', 'without a beginning[/b]'],
    ['[b]crossed [i]over[/b] here[/i]', '<b>crossed [i]over</b> here[/i]'],
    ['[url=javascript:alert(1)]here[/url]', '[url=javascript:alert(1)]here[/url]'],
    ['[url=//evil.example/]here[/url]', '[url=//evil.example/]here[/url]'],
    ['[code]x[/code]', '[code]x[/code]'],
    ['a [ b', 'a [ b'],
  ])('leaves what it cannot say: %j', (text, html) => expect(toHtml(text)).toBe(html));

  it.each([
    ['<script>', '&lt;script&gt;'],
    [`"it's" & more`, '&quot;it&#39;s&quot; &amp; more'],
    ['[url=https://a.example/"onclick="x]here[/url]', '[url=https://a.example/&quot;onclick=&quot;x]here[/url]'],
  ])('lets no HTML of the sender through: %j', (text, html) => expect(toHtml(text)).toBe(html));

  it('looks at each code once, however many wait for their end', () => {
    const many = 5_000;
    expect(toHtml('[b]'.repeat(many) + '[/i]'.repeat(many))).toHaveLength(7 * many);
    expect(toHtml('[b]'.repeat(many) + '[/b]'.repeat(many))).toBe('<b>'.repeat(many) + '</b>'.repeat(many));
    expect(toHtml('[url]'.repeat(many) + '[/url]'.repeat(many))).toHaveLength(11 * many);
  });
});
