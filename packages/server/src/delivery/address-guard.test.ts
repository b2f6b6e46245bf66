import { describe, expect, test } from 'vitest';
import { createAddressGuard } from './address-guard.ts';

describe('in development', () => {
  const guard = createAddressGuard({ allowPrivate: true, allowedNetworks: [] });

  test.each(['127.0.0.1', '::1', '10.0.0.5', '192.168.1.20', '100.64.0.1', 'fd12::1', '8.8.8.8'])(
    '%s may be dialled',
    (address) => {
      expect(guard.refuses(address)).toBeUndefined();
    },
  );

  test.each([
    ['169.254.169.254', 'metadata'],
    ['100.100.100.200', 'metadata'],
    ['fd00:ec2::254', 'metadata'],
    ['169.254.10.10', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['0.0.0.0', 'reserved'],
    ['255.255.255.255', 'reserved'],
  ])('%s may not: %s', (address, kind) => {
    expect(guard.refuses(address)).toBe(kind);
  });
});

describe('in production', () => {
  test.each([
    ['127.0.0.1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['10.0.0.5', 'private'],
    ['fd12::1', 'private'],
    ['169.254.10.10', 'link-local'],
    ['224.0.0.1', 'reserved'],
  ])('%s may not be dialled: %s', (address, kind) => {
    expect(createAddressGuard({ allowPrivate: false, allowedNetworks: [] }).refuses(address)).toBe(kind);
  });

  test('a listed network may be dialled, in each of its spellings, and its neighbours not', () => {
    const guard = createAddressGuard({
      allowPrivate: false,
      allowedNetworks: ['10.1.0.0/16', 'fd12::/16', '127.0.0.1'],
    });
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '64:ff9b::a01:203', 'fd12::1', '127.0.0.1']) {
      expect(guard.refuses(address)).toBeUndefined();
    }
    for (const address of ['10.2.0.1', 'fd13::1', '127.0.0.2', '::1']) expect(guard.refuses(address)).toBeDefined();
  });

  test('no list opens cloud metadata or reserved addresses', () => {
    const guard = createAddressGuard({
      allowPrivate: false,
      allowedNetworks: ['0.0.0.0/0', '::/0', '169.254.169.254'],
    });
    expect(guard.refuses('169.254.10.10')).toBeUndefined();
    expect(guard.refuses('169.254.169.254')).toBe('metadata');
    expect(guard.refuses('::ffff:169.254.169.254')).toBe('metadata');
    expect(guard.refuses('fd00:ec2::254')).toBe('metadata');
    expect(guard.refuses('0.0.0.0')).toBe('reserved');
    expect(guard.refuses('2002:a9fe:a9fe::1')).toBe('reserved');
  });
});
