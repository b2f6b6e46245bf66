/** Where many things are told at once: what they share is made once. */
export interface Sharing {
  readonly made?: Map<string, unknown> | undefined;
}

/** Makes it, unless it was made for an earlier one of them. */
export async function onceIn<T>({ made }: Sharing, key: string, make: () => Promise<T>): Promise<T> {
  if (!made) return make();
  const known = made.get(key) as T | undefined;
  if (known !== undefined) return known;
  const value = await make();
  made.set(key, value);
  return value;
}
