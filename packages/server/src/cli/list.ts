/** `im,imbot` or `Alice, Bob` as a list. */
export function list(text: string): string[] {
  return text.split(',').flatMap((one) => one.trim() || []);
}
