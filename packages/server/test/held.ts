import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { AnswerWatcher } from '#api/kernel/call/dispatcher-options.ts';
import type { EventWatcher } from '#api/kernel/definition/event.ts';
import { FileContent } from '#api/kernel/definition/file-content.ts';
import { Page } from '#api/kernel/definition/page.ts';

/*
 * Holds what a portal says to its definitions: nothing is missing, nothing is there that no schema names.
 */

export interface Held {
  readonly onAnswer: AnswerWatcher;
  readonly onEvent: EventWatcher;
  /** Throws if something was said that no definition says. */
  verify(): void;
}

export function heldToDefinitions(): Held {
  const wrong = new Set<string>();
  return {
    onAnswer(method, result) {
      const isPage = result instanceof Page;
      if (isPage !== (method.isPaged !== undefined)) wrong.add(`${method.name} ${isPage ? 'is' : 'is not'} paged`);
      const fault = faultIn(
        method.result,
        result instanceof FileContent ? result : asJson(isPage ? result.items : result),
      );
      if (fault) wrong.add(`${method.name} answered ${fault}`);
    },
    onEvent({ name, payload }, data) {
      const fault = faultIn(payload, asJson(data));
      if (fault) wrong.add(`${name} tells ${fault}`);
    },
    verify() {
      if (wrong.size > 0) throw new Error([...wrong].join('\n'));
    },
  };
}

/** What is wrong with the value; undefined: nothing. A schema that drops a key does not know it. */
export function faultIn(schema: z.ZodType, value: unknown): string | undefined {
  const { success, data, error } = schema.safeParse(value);
  if (success && isDeepStrictEqual(data, value)) return undefined;
  const why = success ? `more than its schema says: only ${JSON.stringify(data)}` : error.message;
  return `${JSON.stringify(value)?.slice(0, 3000)}, and that is ${why.slice(0, 3000)}`;
}

/** As it goes out. Records of zod leave out the one key that calls of a batch may have and objects of JavaScript treat apart. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"__proto__":', '"proto":'));
}
