/** Has no object of the sources begin with a spread that something follows; for rolldown. */
export function quickSpreads(): {
  name: string;
  transform(code: string, id: string): { code: string; map: null } | undefined;
};

/** The code without such objects; what stands for nothing in it is put in by `withQuickSpreads`. */
export function withoutFirstSpreads(code: string, path: string): string;

/** What of that is in a bundle, as it runs. */
export function withQuickSpreads(code: string): string;
