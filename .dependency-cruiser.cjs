/*
 * The directions of imports (docs: architecture). Each rule has a planted violation under tools/fixtures/import-rules,
 * and a test that it is found.
 */

const SRC = '^packages/server/src';

/** From left to right; a layer imports from those to its left, not from its neighbours in a column nor from the right. */
const COLUMNS = [['kit'], ['domain'], ['storage'], ['api', 'delivery'], ['live'], ['control'], ['http', 'cli']];

const folders = (layers) => `${SRC}/(${layers.join('|')})/`;
/** The files beside the layers put everything together: the rightmost column. */
const assembly = `${SRC}/[^/]+\\.ts$`;
const tests = '(\\.test\\.ts$|^packages/[^/]+/test/)';

const layerRules = COLUMNS.flatMap((column, index) =>
  column.map((layer) => {
    const left = COLUMNS.slice(0, index).flat();
    const others = COLUMNS.flat().filter((other) => other !== layer && !left.includes(other));
    return {
      name: `layer-${layer}`,
      comment: `${layer} imports from ${left.join(', ') || 'nowhere else'} only`,
      severity: 'error',
      from: { path: folders([layer]), pathNot: tests },
      to: {
        path: `${folders(others)}|${assembly}`,
        // The one exception to the direction: the domain is handed its stores and must name their type.
        ...(layer === 'domain' && { pathNot: `${SRC}/storage/unit-of-work\\.ts$` }),
      },
    };
  }),
);

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'domain-takes-the-type-only',
      comment: 'The domain may name the type UnitOfWork; with its code, SQL would come along',
      severity: 'error',
      from: { path: folders(['domain']), pathNot: tests },
      to: { path: `${SRC}/storage/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-uses-no-packages',
      comment: 'What a bot or a chat is depends on no library and no platform',
      severity: 'error',
      from: { path: folders(['domain']), pathNot: tests },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'sql-in-storage-only',
      comment: 'Whoever else queries the database gets around the unit of work',
      severity: 'error',
      from: { path: `${SRC}/`, pathNot: `${folders(['storage'])}|${tests}` },
      to: {
        path: '(node_modules/(kysely|pg|@photostructure/sqlite|@electric-sql/pglite)/|^(node:)?sqlite$|^(kysely|pg)$)',
      },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module; a type may point back',
      severity: 'error',
      from: { path: '^packages/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'actions-above-storage',
      comment:
        'What a thing is (types, pure rules) is below storage, what is done with it (whoever names the unit of work) above: a store that reaches an action comes back to itself. No circle is left here, of types neither',
      severity: 'error',
      from: { path: folders(['domain', 'storage']), pathNot: tests },
      to: { circular: true },
    },
    {
      name: 'no-method-imports-another',
      comment: 'What two methods share is a domain action, a field, a row or a loader',
      severity: 'error',
      from: { path: `${SRC}/api/methods/` },
      to: { path: `${SRC}/api/methods/` },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Code that runs only with the tests beside it cannot be published',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-unknown-module',
      comment: 'A rule cannot follow an import that leads nowhere',
      severity: 'error',
      from: { path: '^packages/' },
      // node:sqlite is there in newer Nodes only; sql-in-storage-only watches it.
      to: { couldNotResolve: true, pathNot: '^node:sqlite$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What the sources are bundled into.
    exclude: { path: '^packages/[^/]+/dist/' },
    // Types count: a layer that names the types of another depends on it. 'specify' tells them apart.
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['botyard-source', 'import', 'node', 'types'],
    },
  },
};
