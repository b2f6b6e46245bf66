/** What nothing has: looked for in the place of an id that could not be read, it is not found. */
export const NO_ID = 0;
