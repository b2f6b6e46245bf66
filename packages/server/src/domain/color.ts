/** The palette of chats and people; what names a colour is shared, how it is spelled is the dialect's. */
export const COLORS = [
  'red',
  'green',
  'mint',
  'lightBlue',
  'darkBlue',
  'purple',
  'aqua',
  'pink',
  'lime',
  'brown',
  'azure',
  'khaki',
  'sand',
  'marengo',
  'gray',
  'graphite',
] as const;

export type Color = (typeof COLORS)[number];

/** Whoever chose no colour always gets the same one. */
export function colorOf(subject: { readonly id: number; readonly color: string }): Color {
  const chosen = COLORS.find((color) => color === subject.color);
  return chosen ?? (COLORS[subject.id % COLORS.length] as Color);
}
