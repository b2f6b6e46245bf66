/** Builds the pages when there are none or a source is newer. */
export function freshPages(): Promise<void>;
