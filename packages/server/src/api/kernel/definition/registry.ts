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

/** Whether some parameter of it is a file in Base64, or it is a batch, whose calls can have such. */
export function takesFile({ name, params }: Method): boolean {
  return name === 'batch' || Object.values(params).some(({ wire }) => isFile(wire));
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

/** By its form as it is published, where shared forms go by their names. */
function isFile(wire: z.ZodType): boolean {
  return JSON.stringify(z.toJSONSchema(wire, { unrepresentable: 'any', io: 'input' })).includes('"Base64"');
}

/** Whether that permission is enough for the method. */
export function asksFor(method: Method, scope: string): boolean {
  return typeof method.scope === 'string' ? method.scope === scope : method.scope.includes(scope);
}
