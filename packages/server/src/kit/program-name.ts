let name = 'botyard';

/** How this program was started, e.g. `./botyard`: messages that name a command begin with it. */
export function programName(): string {
  return name;
}

/** Called once, at the start of the program. */
export function setProgramName(as: string): void {
  name = /^[\w./~@%+-]+$/.test(as) ? as : `'${as.replaceAll("'", `'\\''`)}'`;
}
