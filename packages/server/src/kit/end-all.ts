/** Ends all of them one after the other, also those behind one that fails, and fails with the first. */
export async function endAll(all: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of all) await end().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
