import { describe, expect, test } from 'vitest';
import { type AddressKind, classifyAddress, networkSet } from './special-addresses.ts';

const SPECIAL: Record<string, AddressKind> = {
  // IPv4, as in IANA's registry
  '0.0.0.0': 'reserved',
  '0.1.2.3': 'reserved',
  '10.255.255.255': 'private',
  '100.64.0.1': 'private',
  '100.127.255.255': 'private',
  '127.0.0.1': 'loopback',
  '127.255.255.254': 'loopback',
  '169.254.1.1': 'link-local',
  '172.16.0.1': 'private',
  '172.31.255.255': 'private',
  '192.0.0.8': 'reserved',
  '192.0.0.171': 'reserved',
  '192.0.2.1': 'reserved',
  '192.31.196.1': 'reserved',
  '192.52.193.1': 'reserved',
  '192.88.99.1': 'reserved',
  '192.168.0.1': 'private',
  '192.175.48.6': 'reserved',
  '198.18.0.1': 'private',
  '198.51.100.1': 'reserved',
  '203.0.113.1': 'reserved',
  '224.0.0.1': 'reserved',
  '239.255.255.255': 'reserved',
  '240.0.0.1': 'reserved',
  '255.255.255.255': 'reserved',
  // IPv6
  '::': 'reserved',
  '::1': 'loopback',
  '::127.0.0.1': 'reserved',
  '64:ff9b:1::a9fe:a9fe': 'reserved',
  '100::1': 'reserved',
  '100:0:0:1::1': 'reserved',
  '2001::1': 'reserved',
  '2001:2::1': 'reserved',
  '2001:20::1': 'reserved',
  '2001:db8::1': 'reserved',
  '2002:7f00:1::1': 'reserved',
  '2620:4f:8000::1': 'reserved',
  '3fff::1': 'reserved',
  '5f00::1': 'reserved',
  'fc00::1': 'private',
  'fdff:ffff::1': 'private',
  'fe80::1': 'link-local',
  'fe80::1%eth0': 'link-local',
  'fec0::1': 'reserved',
  'ff02::1': 'reserved',
  // IPv4 inside IPv6
  '::ffff:0:127.0.0.1': 'reserved',
  '::ffff:127.0.0.1': 'loopback',
  '::ffff:7f00:1': 'loopback',
  '::ffff:a00:1': 'private',
  '::FFFF:0.0.0.0': 'reserved',
  '64:ff9b::127.0.0.1': 'loopback',
  '64:ff9b::c0a8:1': 'private',
  '64:ff9b::e000:1': 'reserved',
};

const METADATA = [
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'FD00:0EC2:0:0:0:0:0:0254',
  'fd00:ec2::254%1',
  'fd20:ce::254',
  'fe80::a9fe:a9fe%eth0',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '0:0:0:0:0:ffff:6464:64c8',
  '64:ff9b::169.254.169.254',
  '64:ff9b::a83f:8110',
];

const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.167.255.255',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::1',
  '2606:4700:4700::1111',
  '2a00:1450:4001::8b',
  '::ffff:1.1.1.1',
  '64:ff9b::1.1.1.1',
];

test.each(Object.entries(SPECIAL))('%s is %s', (address, kind) => {
  expect(classifyAddress(address)).toBe(kind);
});

test.each(METADATA)('%s gives away credentials', (address) => {
  expect(classifyAddress(address)).toBe('metadata');
});

test.each(PUBLIC)('%s is public', (address) => {
  expect(classifyAddress(address)).toBe('public');
});

test.each(['', 'localhost', '127.1', '[::1]', '1.2.3.4.5', ':::'])(
  '%j is no address and counts as reserved',
  (text) => {
    expect(classifyAddress(text)).toBe('reserved');
  },
);

describe('a network is written as an address with an optional length', () => {
  test.each([
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0/8',
    '10.0.0.0/8/8',
    'fd00::/129',
    'fe80::1%eth0/64',
    'example.com',
    '',
  ])('%j is refused with an explanation', (network) => {
    expect(() => networkSet([network])).toThrow(`"${network}" is not a network`);
  });
});
