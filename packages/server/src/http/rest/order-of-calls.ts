import { keysInJson } from '#kit/json-keys.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { keepOrder, mayHaveOtherOrder } from '#kit/sent-order.ts';
import type { Params } from './params.ts';

/*
 * The calls of a batch run in the order in which they were sent, as a later one may use what an earlier one answered. Programs
 * name them as they like, by numbers too.
 */

/** @param text the JSON that the parameters were read from */
export function withOrderInJson(params: Params, text: string): Params {
  return withOrder(params, (name) => {
    const at = keysInJson(text, 0).get(name) ?? text.length;
    return text[at] === '{' ? keysInJson(text, at).keys() : [];
  });
}

/** @param names of the fields that the parameters were read from */
export function withOrderOf(params: Params, names: () => Iterable<string>): Params {
  return withOrder(params, (name) => {
    const keys = new Set<string>();
    for (const field of names()) {
      if (!field.startsWith(name)) continue;
      const { [name]: within } = parsePhpQuery(`${encodeURIComponent(field)}=`);
      for (const key of typeof within === 'object' ? Object.keys(within) : []) keys.add(key);
    }
    return keys;
  });
}

function withOrder(params: Params, keysOf: (name: string) => Iterable<string>): Params {
  for (const name in params) {
    const calls = name.length === 3 && name.toLowerCase() === 'cmd' ? params[name] : undefined;
    if (typeof calls === 'object' && calls !== null && !Array.isArray(calls) && mayHaveOtherOrder(calls))
      keepOrder(calls, [...keysOf(name)]);
  }
  return params;
}

/** The names in a form, decoded. */
export function* namesIn(form: string): Generator<string> {
  for (const field of form.split('&')) {
    const name = field.split('=', 1)[0] ?? '';
    try {
      yield decodeURIComponent(name.replaceAll('+', ' '));
    } catch {
      // Then there is a name of which nothing is known, and no order.
    }
  }
}
