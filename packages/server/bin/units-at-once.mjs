import { parseAst } from 'rolldown/parseAst';

/**
 * Files whose functions run inside a unit of work. They await nothing but the store, and SQLite answers at once: there,
 * each `async` is only a promise to wait for, some forty with every message (docs/decisions/0010-units-run-at-once-on-sqlite.md).
 */
const UNITS =
  /\/src\/(?:domain\/|storage\/(?:stores\/|outbox|delivery-leases|event-backlog|ended-events)|api\/(?!kernel\/call\/(?:dispatcher|in-steps|repeats|running-calls|waiting-room|batch)\.ts$|methods\/batch\.ts$))/;

/**
 * Takes `async` and `await` out of those files, for a program whose store answers at once. The sources stay as they are:
 * PostgreSQL, which answers later, runs them as they are written. Works in rolldown and in Vite.
 */
export function unitsAtOnce() {
  return {
    name: 'units-at-once',
    enforce: 'pre',
    transform(code, id) {
      const [path] = id.replaceAll('\\', '/').split('?');
      if (!UNITS.test(path) || /\.test\.ts$/.test(path) || !/\basync\b|\bawait\b/.test(code)) return undefined;
      return { code: withoutPromises(code, path), map: null };
    },
  };
}

/** The same code with neither. Throws where something else is done with a promise than to await it. */
export function withoutPromises(code, path) {
  const cuts = [];
  const refuse = (node, what) => {
    const line = code.slice(0, node.start).split('\n').length;
    throw new Error(`${path}:${line}: ${what} cannot run at once: inside a unit of work a promise is only awaited`);
  };
  const visit = (node) => {
    if (node.type === 'AwaitExpression') cuts.push([node.start, node.start + 'await '.length]);
    else if (node.type === 'ForOfStatement' && node.await) refuse(node, 'for await');
    else if (node.async) {
      if (node.generator) refuse(node, 'async function*');
      cuts.push(asyncKeyword(code, node));
    } else if (node.type === 'MemberExpression' && !node.computed) {
      if (['then', 'catch', 'finally'].includes(node.property.name) && !isSqlCase(node))
        refuse(node, `.${node.property.name}`);
      if (node.object.type === 'Identifier' && node.object.name === 'Promise')
        refuse(node, `Promise.${node.property.name}`);
    } else if (node.type === 'NewExpression' && node.callee.name === 'Promise') refuse(node, 'new Promise');
    for (const key in node) {
      const child = node[key];
      if (Array.isArray(child)) for (const one of child) if (typeof one?.type === 'string') visit(one);
      if (typeof child?.type === 'string') visit(child);
    }
  };
  visit(parseAst(code, { lang: 'ts' }, path));
  return cuts.sort(([a], [b]) => b - a).reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), code);
}

/** `case().when(...).then(...)` of a query. */
function isSqlCase({ object }) {
  return object.type === 'CallExpression' && object.callee.property?.name === 'when';
}

/** Of a method it stands before the name, which is not part of the function: it is the last one before the parameters. */
function asyncKeyword(code, { start }) {
  const at = code.startsWith('async', start) ? start : code.lastIndexOf('async', start);
  return [at, at + 'async '.length];
}
