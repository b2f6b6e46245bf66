/** The first `length` characters of a text; of one that two units of the string make up, both or none. */
export function beginningOf(text: string, length: number): string {
  const beginning = text.slice(0, length);
  return beginning.isWellFormed() ? beginning : beginning.slice(0, -1);
}
