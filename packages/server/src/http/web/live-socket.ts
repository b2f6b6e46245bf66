import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '#kit/clock.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import type { PageFeed } from '#live/updates/page-feed.ts';
import type { Store } from '#storage/store.ts';
import { endSoon } from '../end-soon.ts';
import type { Incoming, ReadIncoming } from '../incoming.ts';
import type { PlaceOptions } from '../place.ts';
import { answerAsPlain } from '../plain-upgrade.ts';
import { cutUrl } from '../rest/path.ts';
import { isFromOwnPage } from '../sign-in/own-origin.ts';
import { findSignedIn } from '../sign-in/signed-in.ts';
import type { WebServer } from '../web-server.ts';

const LIVE = '/live';

/** One for each tab; more than this of one person are somebody else's program. */
const MOST_OF_ONE = 100;
/** Bytes that wait for a slow page; it is hung up on and catches up when it comes back. */
const MOST_WAITING = 1024 * 1024;
/** Said by a page that shows an open chat to somebody who is not in it, with the id of that chat, and without when it is left. */
const LOOK = /^look(?: (\d{1,15}))?$/;
/** Pages say next to nothing here. */
const LONGEST_MESSAGE = 1024;
/** Milliseconds: who has not answered by the next round is gone, and whose session came to its end is told so. */
const ROUND = 30_000;
/** Of a closed connection: sign in again. */
const SIGNED_OUT = 4401;
/** Milliseconds in which whoever is told that may take note of it. */
const TAKES_NOTE = 5_000;

export interface LiveOptions extends PlaceOptions {
  readonly store: Store;
  readonly hub: Pick<Hub<Happening>, 'subscribe'>;
  readonly feed: PageFeed;
  readonly clock: Clock;
  readonly readIncoming: ReadIncoming;
  readonly onError: (error: unknown) => void;
}

interface Connection {
  readonly socket: WebSocket;
  readonly incoming: Incoming;
  readonly userId: number;
  isAnswering: boolean;
}

/** `GET /live`, upgraded: one connection for each open page, on which the page is told what happens. */
export function liveSocket(server: WebServer, options: LiveOptions): void {
  const { store, feed, clock } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_MESSAGE,
    perMessageDeflate: false,
    // Thousands of messages fit into one packet: others have their turn in between.
    allowSynchronousEvents: false,
  });
  const connections = new Set<Connection>();
  const refuse = (stream: Duplex, status: number, why: string) => refuseOn(stream, clock, status, why);

  server.node.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const isLive = cutUrl(request.url ?? '').path === LIVE;
    if (request.headers.upgrade?.toLowerCase() !== 'websocket' || !isLive)
      return answerAsPlain(server.node, request, { socket: stream, head, clock });
    accept(request, stream, head).catch((error: unknown) => {
      options.onError(error);
      refuse(stream, 503, 'This failed; the log of the portal says how');
    });
  });

  async function accept(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const { query } = cutUrl(request.url ?? '');
    const incoming = options.readIncoming(request);
    // Browsers say where a connection comes from, and nothing else opens one here with somebody's cookie.
    if (request.headers.origin === undefined || !isFromOwnPage(incoming, options))
      return refuse(stream, 403, 'Only pages of this portal are told what happens');
    const signedIn = await findSignedIn(incoming, store);
    const asked = new URLSearchParams(query);
    const isSomebodyElse = asked.has('as') && asked.get('as') !== String(signedIn?.userId);
    // A page does not learn how it was refused before it is connected, and would try for ever.
    if (!signedIn || isSomebodyElse) return sockets.handleUpgrade(request, stream, head, hangUp);
    const { userId } = signedIn;
    if (countOf(userId) >= MOST_OF_ONE) return refuse(stream, 429, 'Too many pages are open');
    sockets.handleUpgrade(request, stream, head, (socket) =>
      open({ socket, incoming, userId, isAnswering: true }, asked.get('since') ?? undefined),
    );
  }

  function open(connection: Connection, since: string | undefined): void {
    const { socket, userId } = connection;
    connections.add(connection);
    const send = (line: string) => {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
      else socket.send(line);
    };
    const page = feed.open({ userId, send }, since);
    socket.on('pong', () => {
      connection.isAnswering = true;
    });
    socket.on('message', (data) => {
      const chat = LOOK.exec(String(data));
      // Else it wants to know whether the network is still there.
      if (!chat) return send('{"kind":"still here"}');
      page.look(chat[1] === undefined ? undefined : Number(chat[1]));
      send('{"kind":"looking"}');
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      connections.delete(connection);
      page.close();
    });
  }

  function countOf(userId: number): number {
    let count = 0;
    for (const connection of connections) if (connection.userId === userId) count += 1;
    return count;
  }

  const round = setInterval(() => {
    for (const connection of connections) {
      if (!connection.isAnswering) connection.socket.terminate();
      connection.isAnswering = false;
      connection.socket.ping();
    }
    endOver().catch(options.onError);
  }, ROUND);
  round.unref();

  /** Hangs up on those whose session is over: signed out elsewhere, dismissed, a new password. */
  async function endOver(looked = [...connections]): Promise<void> {
    for (const { socket, incoming } of looked) if (!(await findSignedIn(incoming, store))) hangUp(socket);
  }

  function hangUp(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    socket.close(SIGNED_OUT);
    socket.once(
      'close',
      clock.after(TAKES_NOTE, () => socket.terminate()),
    );
  }

  const end = options.hub.subscribe((happening) => {
    if (happening.kind !== 'change' || happening.change.type !== 'accessChanged') return;
    const { userId } = happening.change;
    endOver([...connections].filter((one) => one.userId === userId)).catch(options.onError);
  });

  server.beforeClose(() => {
    clearInterval(round);
    end();
    for (const { socket } of connections) socket.close(1001);
    setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, 1000).unref();
  });
}

function refuseOn(stream: Duplex, clock: Clock, status: number, why: string): void {
  const name = STATUS_CODES[status] ?? '';
  const error = name.toUpperCase().replaceAll(' ', '_');
  const body = JSON.stringify({ error, error_description: why });
  endSoon(
    stream,
    clock,
    `HTTP/1.1 ${status} ${name}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}
