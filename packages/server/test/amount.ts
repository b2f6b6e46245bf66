/** `npm run test:all`: what takes too long to be run at each change. */
const isFullRun = process.env.BOTYARD_TESTS === 'all';

/** How much is tried at each change, and how much in a full run. */
export function amount({ usual, full }: { readonly usual: number; readonly full: number }): number {
  return isFullRun ? full : usual;
}
