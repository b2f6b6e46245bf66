import { writeFreshPages } from './fresh-pages.mjs';

await writeFreshPages().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
