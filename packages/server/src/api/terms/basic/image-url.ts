/** Where a kept picture is served; empty for none. */
export function imageUrl(origin: string, name: string): string {
  return name && `${origin}/images/${name}`;
}
