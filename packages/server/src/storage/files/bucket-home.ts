import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Complaint } from '#kit/complaint.ts';
import { type Draft, FileGone, type FileHome, FileNotKept } from './file-home.ts';
import { folderHome } from './folder-home.ts';

/** A bucket of a store that speaks S3. The key to it is found where Amazon's programs look for it. */
export interface Bucket {
  readonly name: string;
  /** undefined: Amazon's. */
  readonly endpoint: string | undefined;
  readonly region: string;
}

type Library = typeof import('@aws-sdk/client-s3');

const require = createRequire(import.meta.url);

/** Milliseconds until a connection is there, and until there is an answer. */
const CONNECTING = 5_000;
const ANSWERING = 120_000;
const TRIES = 3;

/**
 * Keeps files in a bucket. While they come they are written down on this machine: how long a file is must be known before
 * it is sent there.
 *
 * @param drafts a folder that nobody else uses; what an earlier run left in it goes
 * @throws Complaint when the bucket cannot be used
 */
export async function bucketHome(bucket: Bucket, drafts: string): Promise<FileHome> {
  // Loaded here: it is larger than all the rest of the program.
  const library = require('@aws-sdk/client-s3') as Library;
  const client = clientFor(bucket, library);
  await check(client, bucket, library);
  rmSync(drafts, { recursive: true, force: true });
  const local = folderHome(drafts);
  const Bucket = bucket.name;
  return {
    async draft() {
      return new BucketDraft(await local.draft(), local, async (key, length) => {
        const Body = await local.open(key);
        try {
          await client.send(new library.PutObjectCommand({ Bucket, Key: key, Body, ContentLength: length }));
        } finally {
          Body.destroy();
        }
      });
    },
    async open(key, range) {
      const Range = range && `bytes=${range.from}-${range.to}`;
      try {
        const { Body } = await client.send(new library.GetObjectCommand({ Bucket, Key: key, ...(Range && { Range }) }));
        return Body as Readable;
      } catch (error) {
        throw (error as Error).name === 'NoSuchKey'
          ? new FileGone(`There is no ${key} in the bucket ${Bucket}`)
          : error;
      }
    },
    async remove(key) {
      await client.send(new library.DeleteObjectCommand({ Bucket, Key: key }));
    },
  };
}

/** It says on stderr what it thinks of older Nodes, and of streams that cannot be sent again: that is dealt with here. */
const SILENT = { trace: drop, debug: drop, info: drop, warn: drop, error: drop };

function drop(): void {}

function clientFor(bucket: Bucket, library: Library): S3Client {
  const emit = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return newClient(bucket, library);
  } finally {
    process.emitWarning = emit;
  }
}

function newClient({ endpoint, region }: Bucket, { S3Client }: Library): S3Client {
  return new S3Client({
    logger: SILENT,
    region,
    // Other stores seldom have a name for each bucket.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    // They do not know Amazon's newer checksums either.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: TRIES,
    requestHandler: { connectionTimeout: CONNECTING, requestTimeout: ANSWERING },
  });
}

async function check(client: S3Client, { name, endpoint }: Bucket, { HeadBucketCommand }: Library): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: name }));
  } catch (error) {
    const { name: kind, message } = error as Error;
    const why = message === '' || message === 'UnknownError' ? kind : message;
    throw new Complaint(
      `The bucket "${name}"${endpoint === undefined ? '' : ` at ${endpoint}`} cannot be used: ${why}. It must be there, and its key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`,
    );
  }
}

class BucketDraft implements Draft {
  readonly #draft: Draft;
  readonly #local: FileHome;
  readonly #send: (key: string, length: number) => Promise<void>;
  #length = 0;

  constructor(draft: Draft, local: FileHome, send: (key: string, length: number) => Promise<void>) {
    this.#draft = draft;
    this.#local = local;
    this.#send = send;
  }

  write(bytes: Uint8Array): Promise<void> {
    this.#length += bytes.length;
    return this.#draft.write(bytes);
  }

  async keep(key: string): Promise<void> {
    await this.#draft.keep(key);
    try {
      await this.#sendOrRetry(key);
    } catch (error) {
      throw new FileNotKept(`A file could not be kept: ${(error as Error).message}`, { cause: error });
    } finally {
      await this.#local.remove(key);
    }
  }

  discard(): Promise<void> {
    return this.#draft.discard();
  }

  /** The library sends a stream once: it cannot begin anew. */
  async #sendOrRetry(key: string, tries = TRIES): Promise<void> {
    try {
      await this.#send(key, this.#length);
    } catch (error) {
      if (tries <= 1) throw error;
      await this.#sendOrRetry(key, tries - 1);
    }
  }
}
