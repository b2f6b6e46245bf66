/** A request as a line for a shell. */
export function curlLine(
  url: string,
  body: string | undefined,
  headers: readonly { readonly name: string; readonly value: string }[] = [],
): string {
  const parts = ['curl', quoted(url)];
  for (const { name, value } of headers)
    if (!/^(?:content-length|host|connection|accept-encoding)$/i.test(name))
      parts.push('-H', quoted(`${name}: ${value}`));
  if (body !== undefined) parts.push('--data-raw', quoted(body));
  return parts.join(' ');
}

/** A text as one word for a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
