import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import { letGoOfSilent } from './silent-connections.ts';
import { answerUnmet, connectListener, unreadableListener } from './unreadable.ts';

/** Milliseconds that a connection may be silent between two requests, and that a request may take to arrive. */
const KEEP_ALIVE = 72_000;
const REQUEST_TIMEOUT = 150_000;

export interface WebServerOptions {
  readonly clock: Clock;
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** What answers requests; `others` leads to the routes. */
  listenerFor(others: RequestListener): RequestListener;
  /** What the routes are added to, on that server. */
  createRouter(node: Server): FastifyInstance;
}

/**
 * The server on its port. Routes are put together when somebody first asks for one of them: a portal that is only called by
 * programs needs none.
 */
export class WebServer {
  readonly node: Server;
  readonly #options: WebServerOptions;
  readonly #additions: ((routes: FastifyInstance) => void)[] = [];
  readonly #endings: (() => void)[] = [];
  #router: Promise<FastifyInstance> | undefined;
  /** The same once it is ready: then it answers within the turn that the request's connection has. */
  #ready: FastifyInstance | undefined;

  constructor(options: WebServerOptions) {
    this.#options = options;
    this.node = httpServer(
      options.listenerFor((request, response) => this.#route(request, response)),
      options.tls,
    );
    this.node.on('clientError', unreadableListener(options.clock));
    this.node.on('connect', connectListener(options.clock));
    this.beforeClose(letGoOfSilent(this.node));
  }

  /** What was added first is asked first. */
  addRoutes(add: (routes: FastifyInstance) => void): void {
    this.#additions.push(add);
  }

  /** Connections that have no end of their own are ended there: the server waits for all of them. */
  beforeClose(end: () => void): void {
    this.#endings.push(end);
  }

  /** Puts the routes together ahead, so that whoever asks first does not wait for it. */
  async prepare(): Promise<void> {
    await this.#routes();
  }

  /** @throws what the system says when the port or the host cannot be had */
  listen(host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.node.once('error', reject);
      // The name may stand for two addresses, of which this one is where every program looks in the end.
      this.node.listen(port, host === 'localhost' ? '127.0.0.1' : host, () => {
        this.node.off('error', reject);
        resolve();
      });
    });
  }

  /** Resolves when every request is answered and every connection closed. */
  async close(): Promise<void> {
    for (const end of this.#endings) end();
    await (await this.#router)?.close();
    const closed = new Promise<void>((resolve) => this.node.close(() => resolve()));
    this.node.closeIdleConnections();
    await closed;
  }

  #route(request: IncomingMessage, response: ServerResponse): void {
    if (this.#ready) this.#ready.routing(request, response);
    else void this.#routes().then((router) => router.routing(request, response));
  }

  #routes(): Promise<FastifyInstance> {
    this.#router ??= this.#createRouter();
    return this.#router;
  }

  async #createRouter(): Promise<FastifyInstance> {
    const router = this.#options.createRouter(this.node);
    for (const add of this.#additions) add(router);
    await router.ready();
    this.#ready = router;
    return router;
  }
}

function httpServer(listener: RequestListener, tls: WebServerOptions['tls']): Server {
  // Refused by us instead: what Node says by itself is not in the shape of our errors.
  const lenient = { requireHostHeader: false, keepAliveTimeout: KEEP_ALIVE, requestTimeout: REQUEST_TIMEOUT };
  const server = tls ? createHttpsServer({ ...tls, ...lenient }, listener) : createHttpServer(lenient, listener);
  server.on('checkExpectation', (_, response: ServerResponse) => answerUnmet(response));
  return server as Server;
}
