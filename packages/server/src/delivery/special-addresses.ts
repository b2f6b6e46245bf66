import { BlockList, isIP } from 'node:net';

/** What an address is good for; only `public` ones can be reached from everywhere. */
export type AddressKind = 'public' | 'loopback' | 'private' | 'link-local' | 'metadata' | 'reserved';

// Whoever can make a server call these reads the credentials of the machine it runs on.
const METADATA = [
  '169.254.169.254', // AWS, Google, Azure, Oracle, DigitalOcean, OpenStack and most others
  '169.254.170.2', // AWS: credentials of an ECS task
  '169.254.170.23', // AWS: credentials of an EKS pod
  '169.254.0.23', // Tencent
  '169.254.42.42', // Scaleway
  '100.100.100.200', // Alibaba
  '168.63.129.16', // Azure: the host's own agent, on an address that looks public
  '192.0.0.192', // Oracle, classic
  'fd00:ec2::254', // AWS
  'fd00:ec2::23', // AWS: credentials of an EKS pod
  'fd20:ce::254', // Google
  'fd00:c1::a9fe:a9fe', // Oracle
  'fd00:42::42', // Scaleway
  'fe80::a9fe:a9fe', // OpenStack
];

const LOOPBACK = ['127.0.0.0/8', '::1/128'];

const LINK_LOCAL = ['169.254.0.0/16', 'fe80::/10'];

const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10', // between a provider and its customers, and in overlay networks
  '198.18.0.0/15', // benchmarks, and the stand-in addresses that tunnelling clients answer for every name
  'fc00::/7',
];

// From IANA's special-purpose registries. Nobody's handler lives here, whatever the operator allows.
const RESERVED = [
  '0.0.0.0/8', // "this host": on Linux another way to write loopback
  '192.0.0.0/24', // IETF protocols
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays, withdrawn
  '192.175.48.0/24', // AS112
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // future use, and broadcast
  '2001::/23', // IETF protocols: Teredo, benchmarks, ORCHID and more
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4, withdrawn: carries any IPv4 address inside
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
];

// IPv6 hands out only 2000::/3, so everything outside it is reserved unless a list above says otherwise.
const GLOBAL_IPV6 = ['2000::/3'];

// A host or a translating gateway takes these for the IPv4 address inside them, so they are judged by that address.
// The second is how handlers are reached from networks that have IPv6 alone.
const IPV4_INSIDE_IPV6 = ['::ffff:', '64:ff9b::'];

/**
 * A set of networks, each written as an address or as `address/length`. IPv4 ones also hold their IPv6 spellings.
 * @throws when one of them is not a network
 */
export function networkSet(networks: readonly string[]): BlockList {
  const set = new BlockList();
  for (const network of networks) {
    const [address = '', length, ...rest] = network.split('/');
    const version = isIP(address);
    const width = version === 4 ? 32 : 128;
    const bits = length === undefined ? width : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
    if (version === 0 || address.includes('%') || rest.length > 0 || !(bits <= width)) {
      throw new Error(`"${network}" is not a network. Write it like 10.0.0.0/8, fd00::/8 or 192.168.1.20.`);
    }
    set.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
    if (version === 4) for (const prefix of IPV4_INSIDE_IPV6) set.addSubnet(prefix + address, 96 + bits, 'ipv6');
  }
  return set;
}

/** Whether a set of networks holds an address, written as the system writes it: IPv6 without brackets. */
export function holds(set: BlockList, address: string): boolean {
  const [bare = ''] = address.split('%');
  return set.check(bare, isIP(bare) === 4 ? 'ipv4' : 'ipv6');
}

// Metadata first: it lies inside the other ranges.
const KINDS: readonly (readonly [AddressKind, readonly string[]])[] = [
  ['metadata', METADATA],
  ['loopback', LOOPBACK],
  ['link-local', LINK_LOCAL],
  ['private', PRIVATE],
  ['reserved', RESERVED],
  ['public', ['0.0.0.0/0', ...GLOBAL_IPV6]],
];

/** Made when the first address is judged: it takes a start several milliseconds. */
let kinds: readonly (readonly [AddressKind, BlockList])[] | undefined;

/** Judges an IP address; a text that is none counts as reserved, so that a mistake cannot open a way. */
export function classifyAddress(address: string): AddressKind {
  if (isIP(address) === 0) return 'reserved';
  kinds ??= KINDS.map(([kind, networks]) => [kind, networkSet(networks)]);
  return kinds.find(([, set]) => holds(set, address))?.[0] ?? 'reserved';
}
