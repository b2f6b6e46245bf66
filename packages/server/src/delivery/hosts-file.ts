import type { LookupAddress } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';

const SYSTEM_HOSTS = process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts';

/**
 * What the hosts file says of a name, in its order; an empty list: nothing. The file is read anew each time, so a change
 * counts at once. Only the lines that the name stands in are taken apart: some of these files have 100,000 lines.
 */
export async function inHostsFile(hostname: string, path = SYSTEM_HOSTS): Promise<LookupAddress[]> {
  const text = await readFile(path, 'latin1').catch(() => '');
  const name = hostname.toLowerCase();
  const found = new Map<string, LookupAddress>();
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
    const end = lower.indexOf('\n', at);
    const line = lower.slice(lower.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end);
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    const family = isIP(address);
    if (family !== 0 && names.includes(name)) found.set(address, { address, family });
  }
  return [...found.values()];
}
