/** What people wrote, in one line and without codes: as lists of chats show it. */
export function plainText(text: string): string {
  return text
    .replace(
      /\[(?:\/?)(?:b|i|u|s|size|color|font|url|user|chat|send|put|call|icon|img|timestamp|context|disk|code|quote|list|p)(?:=[^\]]*)?\]/gi,
      '',
    )
    .replace(/\[br\]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
