/** Whether a text mentions somebody as `[USER=id]Name[/USER]`, or everybody as `[USER=all]Everyone[/USER]`. */
export function mentions(text: string, userId: number): boolean {
  if (!text.includes('[')) return false;
  return new RegExp(`\\[USER=(?:${userId}|all)(?: REPLACE)?\\]`, 'i').test(
    text.replace(/\[code\][\s\S]*?\[\/code\]/gi, ''),
  );
}
