import { parseAst } from 'rolldown/parseAst';

/** Stands for `null` until the bundle is made: a spread of null itself would be taken out on the way there. */
const NOTHING = '__nothing__';

/**
 * In the V8 of Node 20 each property that is added to `{ ...some, name: 1 }` leaves the fast path: eight of them take ten
 * microseconds, and messages, events and lists are made that way. Where the object does not begin with the spread they take
 * a tenth of one (docs/decisions/0031-objects-in-the-bundle-begin-with-no-spread.md).
 */
export function quickSpreads() {
  return {
    name: 'quick-spreads',
    transform(code, id) {
      const [path] = id.replaceAll('\\', '/').split('?');
      if (!/\/src\/.*\.ts$/.test(path) || !/\{\s*\.\.\./.test(code)) return undefined;
      return { code: withoutFirstSpreads(code, path), map: null };
    },
  };
}

/** The same code, in which no object begins with a spread that something follows. */
export function withoutFirstSpreads(code, path) {
  const places = [];
  const visit = (node) => {
    if (node.type === 'ObjectExpression' && node.properties.length > 1 && node.properties[0].type === 'SpreadElement')
      places.push(node.properties[0].start);
    for (const key in node) {
      const child = node[key];
      if (Array.isArray(child)) for (const one of child) if (typeof one?.type === 'string') visit(one);
      if (typeof child?.type === 'string') visit(child);
    }
  };
  visit(parseAst(code, { lang: 'ts' }, path));
  places.sort((a, b) => b - a);
  return places.reduce((text, place) => `${text.slice(0, place)}...${NOTHING}, ${text.slice(place)}`, code);
}

/** What of that is in a bundle, as it runs. */
export function withQuickSpreads(code) {
  return code.replaceAll(`...${NOTHING},`, '...null,');
}
