/**
 * An answer as XML, for methods called with the ending `.xml`: the root is `response`, keys become elements. Where the
 * documentation says nothing: a list item is `<item>`, and a key that is no plain name, such as a bot's id, is
 * `<item key="39">`. true is 1, false is 0, null and what is empty are an empty element; undefined is left out.
 */
export function toXml(value: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('response', value)}\n`;
}

/** Of all names only those that every reader takes, old ones included. */
const NAME = /^[A-Za-z_][\w.-]*$/;

function element(name: string, value: unknown, attributes = ''): string {
  const content = contentOf(value);
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function contentOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element('item', item)).join('');
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(member).join('');
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'string' || typeof value === 'bigint' ? inText(String(value)) : '';
}

function member([key, value]: [string, unknown]): string {
  if (value === undefined) return '';
  return NAME.test(key) ? element(key, value) : element('item', value, ` key="${inAttribute(key)}"`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What no XML document may hold, not even escaped. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** A carriage return is escaped because a reader makes a line feed of a bare one. */
function inText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>\r]/g, escapeOf);
}

/** Here a reader makes a space of all bare white space. */
function inAttribute(text: string): string {
  return inText(text).replace(/["\t\n]/g, escapeOf);
}

function escapeOf(character: string): string {
  return ESCAPES[character] ?? character;
}
