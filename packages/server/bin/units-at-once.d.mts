/** Takes `async` and `await` out of what runs inside a unit of work; for rolldown and Vite. */
export function unitsAtOnce(): {
  name: string;
  enforce: 'pre';
  transform(code: string, id: string): { code: string; map: null } | undefined;
};

/** The code with neither. Throws, with `path` and line, where more is done with a promise than to await it. */
export function withoutPromises(code: string, path: string): string;
