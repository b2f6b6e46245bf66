import { expect, test } from 'vitest';
import { createControlledWorld } from '../controlled.ts';

test.each([
  ['https://portal.example', 'https://portal.example:8443/page', /portal, .* such as apps\.portal\.example, or start/],
  ['http://localhost:8424', 'http://localhost:3000/', /Use http:\/\/127\.0\.0\.1:3000\/$/],
  [undefined, 'http://botyard.localhost:3000/', /Use http:\/\/127\.0\.0\.1:3000\/$/],
])('an application has another host name than the portal at %s', async (publicUrl, handler, message) => {
  const portal = await createControlledWorld(publicUrl === undefined ? {} : { publicUrl });
  try {
    const elsewhere = { title: 'Weather', handler: 'http://bots.example/' };
    await expect(portal.control('app.add', { ...elsewhere, handler })).rejects.toThrow(message);
    await expect(portal.control('app.add', { ...elsewhere, install: handler })).rejects.toThrow(message);
    await portal.control('app.add', elsewhere);
    await expect(portal.control('app.change', { app: 'Weather', handler })).rejects.toThrow(message);
    await expect(portal.control('app.change', { app: 'Weather', install: handler })).rejects.toThrow(message);
  } finally {
    await portal.close();
  }
});
