/*
 * What definitions say with zod, put down without making a schema of it. The schema is made when something else is asked
 * of it than to be described further, such as `safeParse`: making all of them takes a third of a start and several
 * megabytes, and most are for documents alone.
 */

/** Not run before, either. */
const zod = () => require('./zod-parts.mjs');

const FACTORIES = [
  'array',
  'boolean',
  'discriminatedUnion',
  'email',
  'enum',
  'instanceof',
  'literal',
  'looseObject',
  'never',
  'null',
  'number',
  'object',
  'record',
  'strictObject',
  'string',
  'tuple',
  'union',
  'unknown',
  'uuid',
];

/** Methods of a schema that answer another one. One that is not listed works, too: it makes the schema at once. */
const FURTHER = new Set([
  'catch',
  'default',
  'describe',
  'extend',
  'int',
  'length',
  'loose',
  'max',
  'meta',
  'min',
  'nonnegative',
  'nullable',
  'nullish',
  'omit',
  'optional',
  'partial',
  'positive',
  'refine',
  'regex',
  'required',
  'trim',
]);

const STEP = Symbol('step');

/** A call, or without `args` a property, of what `from` makes; without `from` of zod. */
class Step {
  constructor(from, name, args) {
    this.from = from;
    this.name = name;
    this.args = args;
    this.made = undefined;
  }

  make() {
    if (this.made === undefined) {
      const on = this.from ? this.from.make() : zod();
      this.made = this.args ? on[this.name](...made(this.args)) : on[this.name];
      this.from = this.args = undefined;
    }
    return this.made;
  }
}

/** How that stands for a schema, or for its `shape`, whose properties are schemas. */
const STAND_IN = {
  get(step, key) {
    if (key === STEP) return step;
    if (step.isShape || key === 'shape') return standIn(step, key);
    return FURTHER.has(key) ? (...args) => standIn(step, key, args) : step.make()[key];
  },
  has: (step, key) => key in step.make(),
  ownKeys: (step) => Reflect.ownKeys(step.make()),
  // Every property of what is made can be configured, and none is the step's own.
  getOwnPropertyDescriptor: (step, key) => Reflect.getOwnPropertyDescriptor(step.make(), key),
};

function standIn(from, name, args) {
  const step = new Step(from, name, args);
  step.isShape = name === 'shape' && args === undefined;
  return new Proxy(step, STAND_IN);
}

/** The same with schemas in the place of what stands for them: zod tells them apart by what they are. */
function made(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (value[STEP]) return value[STEP].make();
  if (Array.isArray(value)) return value.map(made);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, made(one)]));
}

exports.z = {
  ...Object.fromEntries(FACTORIES.map((name) => [name, (...args) => standIn(undefined, name, args)])),
  toJSONSchema: (...args) => zod().toJSONSchema(...made(args)),
};
