import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction, type Socket, connect as tcpConnect } from 'node:net';
import { createSecureContext, rootCertificates, connect as tlsConnect } from 'node:tls';
import type { buildConnector } from 'undici';
import { because } from '#domain/event-cause.ts';
import type { AddressBook } from './address-book.ts';
import type { AddressGuard } from './address-guard.ts';
import { ExchangeFailure, noConnection, refusedAddress, unknownHost } from './exchange-failure.ts';
import { classifyAddress } from './special-addresses.ts';
import type { TimeLimit } from './time-limit.ts';

export interface CertificateTrust {
  /** Certificate authorities (PEM) that are trusted beside the well-known ones. */
  readonly authorities?: readonly string[];
  /** Development: a handler on this very machine may show any certificate, a self-signed one for instance. */
  readonly anyOnLoopback?: boolean;
}

export interface GuardedConnectorOptions {
  readonly guard: AddressGuard;
  readonly book: AddressBook;
  readonly limit: TimeLimit;
  readonly trust?: CertificateTrust;
}

export interface GuardedConnector {
  readonly connect: buildConnector.connector;
  /** Drops every connection, also those that are still being made. */
  close(): void;
}

/**
 * Opens connections for undici, to addresses that the guard lets through and to no other. undici's own `lookup` hook
 * would not do: it is not asked about a host that is written as an address.
 */
export function createGuardedConnector(options: GuardedConnectorOptions): GuardedConnector {
  const { guard, book, limit, trust = {} } = options;
  const secureContext = trust.authorities && createSecureContext({ ca: [...rootCertificates, ...trust.authorities] });
  const sockets = new Set<Socket>();
  const dialling = new Set<(error: Error) => void>();

  // One bad address among good ones is enough: which of them is dialled is up to the one who owns the name.
  async function checkedAddresses(hostname: string): Promise<readonly LookupAddress[]> {
    const family = isIP(hostname);
    const addresses = family ? [{ address: hostname, family }] : await book.find(hostname);
    if (addresses.length === 0) throw unknownHost(hostname);
    for (const { address } of addresses) {
      const kind = guard.refuses(address);
      if (kind) throw refusedAddress(hostname, kind);
    }
    return addresses;
  }

  function dial(target: buildConnector.Options, addresses: readonly LookupAddress[]): Socket {
    const { hostname: host, protocol } = target;
    const common = { host, lookup: answering(addresses), autoSelectFamily: true, noDelay: true };
    if (protocol !== 'https:') return tcpConnect({ ...common, port: Number(target.port || 80) });
    const local = addresses.every(({ address }) => classifyAddress(address) === 'loopback');
    return tlsConnect({
      ...common,
      port: Number(target.port || 443),
      // An address or the root dot may not stand in the name that is asked for.
      ...(isIP(host) ? {} : { servername: host.replace(/\.$/, '') }),
      ...(secureContext && { secureContext }),
      rejectUnauthorized: !(trust.anyOnLoopback && local),
      ALPNProtocols: ['http/1.1'],
    });
  }

  return {
    connect(target, callback) {
      let socket: Socket | undefined;
      let settled = false;
      const settle = (error: Error | undefined) => {
        if (settled) return;
        settled = true;
        dialling.delete(settle);
        callOff();
        if (!error && socket) return callback(null, socket);
        socket?.destroy();
        callback(error ?? stopped(), null);
      };
      const callOff = limit.start(() => {
        settle(noConnection(target.host ?? target.hostname));
      });
      dialling.add(settle);
      const start = (addresses: readonly LookupAddress[]) => {
        if (settled) return;
        const dialled = dial(target, addresses);
        socket = dialled;
        sockets.add(dialled);
        dialled.once('close', () => {
          sockets.delete(dialled);
          settle(stopped());
        });
        dialled.on('error', (error) => {
          if (!settled) book.forget(target.hostname);
          settle(error);
        });
        dialled.once(target.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
          // Gone already when the other side hung up at once; `close` is about to say so.
          if (dialled.remoteAddress === undefined) return;
          // Whatever was dialled, this is who answered.
          const kind = guard.refuses(dialled.remoteAddress);
          settle(kind && refusedAddress(target.hostname, kind));
        });
      };
      checkedAddresses(target.hostname).then(start).catch(settle);
    },
    close() {
      for (const settle of dialling) settle(stopped());
      for (const socket of sockets) socket.destroy();
    },
  };
}

function answering(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, { all }, callback) => {
    const [first] = addresses;
    if (all || !first) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
}

function stopped(): ExchangeFailure {
  return new ExchangeFailure('network', because('stopped', 'the connection was dropped by this server'));
}
