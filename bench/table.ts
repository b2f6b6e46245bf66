export function line(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function head(...cells: readonly string[]): string[] {
  return [line(...cells), `|${'---|'.repeat(cells.length)}`];
}
