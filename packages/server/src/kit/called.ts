let name = 'botyard';

/** How whoever reads a message would start this program, e.g. `./botyard`. */
export function called(): string {
  return name;
}

/** Said once, by who starts the program. */
export function callIt(as: string): void {
  name = /^[\w./~@%+-]+$/.test(as) ? as : `'${as.replaceAll("'", `'\\''`)}'`;
}
