const short = { code: 'FIND_SHORT', message: 'Too short a search phrase.', status: 400 } as const;

export const searchRow = {
  short: { ...short, missing: 'FIND', invalid: 'FIND' },
  /** FIND_LINES may be given in its place. */
  shortFind: {
    ...short,
    invalid: 'FIND',
    when: (
      { FIND, FIND_LINES }: { readonly FIND: string | undefined; readonly FIND_LINES: string | undefined },
      faulty: ReadonlySet<string>,
    ) => FIND === undefined && FIND_LINES === undefined && faulty.size === 0,
  },
  shortFindLines: { ...short, invalid: 'FIND_LINES' },
} as const;
