import { writePages } from './fresh-pages.mjs';

await writePages().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
