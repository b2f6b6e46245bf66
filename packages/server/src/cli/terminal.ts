import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** In colour where somebody looks at it and has not asked to be spared. */
export function styled(style: Style, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY && stream.hasColors() ? styleText(style, text) : text;
}

/** Text from elsewhere: what would steer the terminal is shown instead of obeyed. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** On one line, whatever it was written on. */
export function onOneLine(text: string): string {
  return harmless(text.replace(/\r?\n/g, ' / '));
}

/** Columns as wide as their widest entry. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** 512 bytes, 1.2 MB, 3.4 GB. */
export function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** Says how far something is, on one line that is written again and again and goes at the end; to people alone. */
export function percentLine(what: string): { show(percent: number): void; clear(): void } {
  const { stderr } = process;
  const write = (text: string) => void (stderr.isTTY && stderr.write(`\r\u001b[2K${text}`));
  return { show: (percent) => write(`${what}: ${percent} %`), clear: () => write('') };
}

/** 1 s, 2 min, 3 h, 4 d. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
}
