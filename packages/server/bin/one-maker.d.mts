/** Runs `make` while no other process does so that names the same file. */
export function oneMaker(file: string, make: () => Promise<void>): Promise<void>;
