import { writeBundle } from './fresh-bundle.mjs';

await writeBundle(process.argv[2]).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
