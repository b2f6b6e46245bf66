import type { z } from 'zod';

/*
 * A form that has a name of its own: documents write it once and refer to it, clients have a type of that name.
 */

/** `example`: of a form that a pattern or a description alone does not show. */
export function component<S extends z.ZodType>(id: string, description: string, schema: S, ...examples: unknown[]): S {
  return schema.meta({ id, description, ...(examples.length > 0 && { examples }) });
}
