import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import type { Log } from '#kit/log.ts';
import { OWN_NAME } from '#kit/page-origin.ts';
import { DATA_FILES } from '#storage/data-files.ts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Where the certificate lies, for those who are to trust it. */
  readonly path: string;
}

const LOOPBACK = ['localhost', OWN_NAME, '127.0.0.1', '::1'];
const DAY = 24 * 60 * 60 * 1000;
/** Browsers refuse certificates that are good for longer; days. */
const GOOD_FOR = 397;
/** One that ends within this time is made anew; days. */
const RENEW_BEFORE = 7;

/** The certificate in `directory`, or a new one when it has ended or lacks one of `names`. */
export async function certificateFor(
  directory: string,
  names: readonly string[],
  now: number,
  log: Log,
): Promise<Certificate> {
  const wanted = [...new Set([...LOOPBACK, ...names])];
  const path = join(directory, DATA_FILES.certificate);
  const keyPath = join(directory, DATA_FILES.certificateKey);
  if (existsSync(path) && existsSync(keyPath)) {
    const cert = readFileSync(path, 'utf8');
    if (isGood(cert, wanted, now)) return { key: readFileSync(keyPath, 'utf8'), cert, path };
    log.warn(`${path} has ended or lacks a name: a new one is made, and whoever trusted the old one has to trust it`);
  }
  const { key, cert } = await makeCertificate(wanted, now);
  writeFileSync(keyPath, key, { mode: 0o600 });
  writeFileSync(path, cert);
  return { key, cert, path };
}

function isGood(pem: string, names: readonly string[], now: number): boolean {
  try {
    const certificate = new X509Certificate(pem);
    const covers = (name: string) =>
      (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined;
    return Date.parse(certificate.validTo) > now + RENEW_BEFORE * DAY && names.every(covers);
  } catch {
    return false;
  }
}

async function makeCertificate(names: readonly string[], now: number): Promise<{ key: string; cert: string }> {
  const { generate } = await import('selfsigned');
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Botyard' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + (GOOD_FOR - 1) * DAY),
    extensions: [
      // Its own authority, so that it can be trusted by itself; it signs nothing else.
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name })),
      },
    ],
  });
  return { key, cert };
}
