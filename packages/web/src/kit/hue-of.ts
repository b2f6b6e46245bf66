/** The colour of somebody's picture and name, in degrees: far apart for ids that are close. */
export function hueOf(id: number): number {
  return Math.round((id * 137.508) % 360);
}
