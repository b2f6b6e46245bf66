/** Whether a method is one that bots call; in any case, as methods are found. */
export function isForBots(method: string): boolean {
  return /^imbot\./i.test(method);
}
