import { z } from 'zod';
import type { Method } from './defined-method.ts';

/** Every method there is, found in any case: clients in the wild lower-case names or write them as they like. */
export interface Registry {
  find(name: string): Method | undefined;
  all(): readonly Method[];
  /** Names of the permissions that some method asks for, sorted. */
  scopes(): readonly string[];
}

export function createRegistry(methods: readonly Method[]): Registry {
  const byName = new Map(
    methods.flatMap((method) => [method.name.toLowerCase(), method.name].map((name) => [name, method])),
  );
  const scopes = [...new Set(methods.flatMap((method) => method.scope))]
    .filter((scope) => scope !== BASIC_SCOPE)
    .sort();
  return {
    find: (name) => byName.get(name) ?? byName.get(name.toLowerCase()),
    all: () => methods,
    scopes: () => scopes,
  };
}

/** What every caller has. */
export const BASIC_SCOPE = 'basic';

export function mayCall(method: Method, scope: readonly string[]): boolean {
  return asksFor(method, BASIC_SCOPE) || scope.some((one) => asksFor(method, one));
}

/** What files in Base64 a method takes: none, some that are held in memory, or some to be stored, which can be larger. */
export type TakenFiles = 'none' | 'held' | 'stored';

/** The calls of a batch can have files, too. */
export function filesTakenBy(method: Method | undefined): TakenFiles {
  if (!method) return 'none';
  const { name, params } = method;
  const forms = Object.values(params).map(({ wire }) => formOf(wire));
  if (forms.some((form) => form.includes(STORED))) return 'stored';
  return name === 'batch' || forms.some((form) => form.includes(IN_MEMORY)) ? 'held' : 'none';
}

const fileParams = new WeakMap<Method, (name: string) => boolean>();
const NONE = () => false;

/** Says of each name that was sent to a method, in whatever case, whether it is the content of a file. */
export function isFileParam(method: Method): (name: string) => boolean {
  let isFileName = fileParams.get(method);
  if (!isFileName) {
    const names = new Set(
      Object.entries(method.params).flatMap(([name, { wire }]) =>
        isFile(wire) ? (name.split('.').at(-1) ?? name).toLowerCase() : [],
      ),
    );
    isFileName = names.size === 0 ? NONE : (name) => names.has(name.toLowerCase());
    fileParams.set(method, isFileName);
  }
  return isFileName;
}

const IN_MEMORY = '"Base64"';
const STORED = '"FileBase64"';

function isFile(wire: z.ZodType): boolean {
  const form = formOf(wire);
  return form.includes(IN_MEMORY) || form.includes(STORED);
}

/** As it is published, where shared forms go by their names. */
function formOf(wire: z.ZodType): string {
  return JSON.stringify(z.toJSONSchema(wire, { unrepresentable: 'any', io: 'input' }));
}

/** Whether that permission is enough for the method. */
export function asksFor(method: Method, scope: string): boolean {
  return typeof method.scope === 'string' ? method.scope === scope : method.scope.includes(scope);
}
