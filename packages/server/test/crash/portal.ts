import { openPostgresAt } from '#storage/open-postgres.ts';
import { isPostgresAddress } from '#storage/postgres-address.ts';
import { startApp } from '../../src/app.ts';

/*
 * The portal as a process of its own, to be killed. Says where it is in one line of JSON; asked by its parent, it
 * says when everything is delivered.
 */

const place = process.argv[2] ?? ':memory:';
const app = await startApp({
  database: isPostgresAddress(place) ? (options) => openPostgresAt(place, options) : place,
  key: new Uint8Array(32).fill(7),
});
process.on('message', () => void app.settled().then(() => process.send?.('settled')));
// A parent that is gone kills nobody any more.
process.on('disconnect', () => process.exit());
process.stdout.write(`${JSON.stringify({ url: app.url, people: app.cast.webhooks })}\n`);
