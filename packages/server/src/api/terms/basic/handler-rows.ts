/** The row of an address that must be given; `event` is what the page calls what it hears of. */
export function noHandler<const N extends string>(name: N, event: string) {
  return { code: `${name}_ERROR`, message: `Handler for "${event}" event isn't specified`, missing: name } as const;
}

/** The row of an address that cannot be called. */
export function wrongHandler<const N extends string>(name: N) {
  return { code: `${name.replace('FIELDS.', '')}_ERROR`, message: 'Wrong handler URL', invalid: name } as const;
}
