/** Secrets by what they are, to be looked for where none may be. */
export class Canaries {
  readonly #secrets = new Map<string, string>();

  /** A secret too short to be told from other text would be found everywhere. */
  add(what: string, secret: string): string {
    if (secret.length < 12) throw new Error(`The secret "${what}" is not there or too short: "${secret}"`);
    this.#secrets.set(secret, what);
    return secret;
  }

  /** What of them stands in a text or in raw bytes, plainly or as programs write what they do not want to show plainly. */
  in(place: string | Uint8Array): string[] {
    const text = Buffer.from(typeof place === 'string' ? Buffer.from(place) : place).toString('latin1');
    return [...this.#secrets].flatMap(([secret, what]) =>
      spellings(secret).some((spelling) => text.includes(spelling)) ? [what] : [],
    );
  }

  /** Those that `of` names, for places where some may stand. */
  except(...of: readonly string[]): Canaries {
    const others = new Canaries();
    for (const [secret, what] of this.#secrets) if (!of.includes(what)) others.add(what, secret);
    return others;
  }
}

function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).replaceAll('%20', '+'),
    bytes.toString('hex'),
    // In Base64, the ends depend on what stands beside them.
    ...[0, 1, 2].map((shift) => bytes.subarray(shift, bytes.length - ((bytes.length - shift) % 3)).toString('base64')),
  ].map((one) => Buffer.from(one).toString('latin1'));
}
