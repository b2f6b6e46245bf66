import { expect, it } from 'vitest';
import { html } from './html.ts';

it('makes text of whatever it is given, in an attribute, too', () => {
  const name = `"><script>alert('1')</script>&amp;`;
  expect(html`<p title="${name}">${name}</p>`.text).not.toMatch(/<script|"">|alert\('/);
  expect(html`<p>${'a & b'}</p>`.text).toBe('<p>a &#38; b</p>');
});

it('takes its own pieces as they are, in lists, too, and leaves out what is not there', () => {
  const items = ['<a>', 'b'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${undefined}${false}${0}`.text).toBe('<ul><li>&#60;a&#62;</li><li>b</li></ul>0');
});
