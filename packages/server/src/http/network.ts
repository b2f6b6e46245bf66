/** Where somebody comes from. Whoever has one address of version 6 has its whole network of 64 bits: that counts as one. */
export function networkOf(ip: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? [];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(':')) return ip;
  // What `::` leaves out is zeros; that there may be fewer of them than fit here joins two networks at worst.
  const groups = (ip.split('::')[0] ?? '').split(':');
  return Array.from({ length: 4 }, (_, index) => groups[index] || '0').join(':');
}
