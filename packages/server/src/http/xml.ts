export function toXml(value: unknown): string { return `<?xml version="1.0"?><response>${JSON.stringify(value)}</response>`; }
