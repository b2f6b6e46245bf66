import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Lets go, from when the server begins to close, of connections on which nothing was ever sent: browsers open some ahead.
 * Node takes them for busy ones, and the server would wait for them as it waits for calls.
 */
export function letGoOfSilent(server: Server): () => void {
  const open = new Set<Socket>();
  let isClosing = false;
  server.on('connection', (socket: Socket) => {
    if (isClosing) return void socket.destroy();
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    isClosing = true;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}
