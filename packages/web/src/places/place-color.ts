/** Hue and chroma of the messenger's colours, as placements name them: how light they are depends on the theme. */
const COLORS: Readonly<Record<string, readonly [hue: number, chroma: number]>> = {
  RED: [25, 0.17],
  GREEN: [150, 0.14],
  MINT: [170, 0.1],
  LIGHT_BLUE: [230, 0.12],
  DARK_BLUE: [262, 0.16],
  PURPLE: [305, 0.16],
  AQUA: [205, 0.1],
  PINK: [355, 0.16],
  LIME: [130, 0.15],
  BROWN: [55, 0.08],
  AZURE: [245, 0.13],
  KHAKI: [105, 0.08],
  SAND: [80, 0.08],
  ORANGE: [50, 0.14],
  MARENGO: [255, 0.04],
  GRAY: [270, 0.015],
  GRAPHITE: [270, 0.02],
};

export function colorOfPlace(name: string): Readonly<Record<string, string>> | undefined {
  const color = COLORS[name];
  return color && { '--h': String(color[0]), '--c': String(color[1]) };
}
