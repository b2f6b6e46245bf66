/** Text with BB codes as somebody reads it. What is no known code stays as it is written. */
export function withoutCodes(text: string): string {
  return text
    .replace(/\[br\]/gi, '\n')
    .replace(/\[url=([^\][]+)\]([^[]*)\[\/url\]/gi, (_, address: string, name: string) =>
      name === '' || name === address ? address : `${name} (${address})`,
    )
    .replace(/\[img[^\][]*\]([^[]*)\[\/img\]/gi, '[image: $1]')
    .replace(/\[(send|put|call|user|chat|color|size|icon|context|timestamp)=[^\][]*\]/gi, '')
    .replace(/\[\/?(b|i|u|s|url|send|put|call|user|chat|color|size|code|quote|list|p)\]/gi, '');
}
