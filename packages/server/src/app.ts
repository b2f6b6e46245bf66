import type { AddressInfo } from 'node:net';
import { Arrivals } from '#api/kernel/call/arrivals.ts';
import { Dispatcher } from '#api/kernel/call/dispatcher.ts';
import { Faults } from '#api/kernel/call/faults.ts';
import { createRegistry } from '#api/kernel/definition/registry.ts';
import { methods } from '#api/methods.generated.ts';
import { SignInLinks } from '#control/sign-in-links.ts';
import { restoreFaults } from '#control/terms/fault.ts';
import { USUAL_SETTINGS } from '#domain/settings.ts';
import { foreignPictureRoutes } from '#http/foreign-pictures.ts';
import { metricsRoutes } from '#http/metrics/routes.ts';
import { Tallies } from '#http/metrics/tallies.ts';
import { previewRoutes } from '#http/previews.ts';
import { createServer } from '#http/server.ts';
import { systemClock } from '#kit/clock.ts';
import { endAll } from '#kit/end-all.ts';
import { silentLog } from '#kit/log.ts';
import { scryptPasswords } from '#kit/password.ts';
import { systemRandom } from '#kit/random.ts';
import type { Happening } from '#live/happening.ts';
import { Hub } from '#live/hub.ts';
import { PageFeed } from '#live/updates/page-feed.ts';
import { memoryHome } from '#storage/files/memory-home.ts';
import { openStore } from '#storage/open-store.ts';
import { secretsWithKey } from '#storage/secrets.ts';
import type { Store } from '#storage/store.ts';
import type { AppOptions } from './app-options.ts';
import { openNotes } from './call-log.ts';
import { countTries } from './count-tries.ts';
import { createChores } from './create-chores.ts';
import { createDelivery } from './create-delivery.ts';
import { createPreviews } from './create-previews.ts';
import { logDeliveries } from './delivery-log.ts';
import { firstStart } from './first-start.ts';
import { openControl } from './open-control.ts';
import { listensAt, originOf } from './origin-at.ts';
import { addPages } from './pages.ts';
import type { App } from './running-app.ts';
import { tellArrivals } from './tell-arrivals.ts';

export type { App } from './running-app.ts';

/** A call that takes longer than this to arrive or to be read is cut off when the portal stops; milliseconds. */
const CALLS_END_WITHIN = 10_000;

/** Puts the parts together and starts them. Answers once the portal answers. */
export async function startApp(given: AppOptions): Promise<App> {
  const tallies = new Tallies();
  const onError = (error: unknown, where: string) => {
    tallies.failed(where);
    given.onError?.(error, where);
  };
  const options = { ...given, onError };
  const { database, clock = systemClock, random = systemRandom } = options;
  const open = typeof database === 'string' ? openStore.bind(undefined, database) : database;
  const store = await open({
    clock,
    random,
    secrets: secretsWithKey(options.key),
    settings: options.settings,
    onListenerError: (error) => onError(error, 'store'),
    log: options.log ?? silentLog,
    onLost: options.onLost ?? (() => undefined),
  });
  try {
    return await startOn(store, tallies, options);
  } catch (error) {
    // What goes wrong with the end hides nothing of what went wrong with the start.
    await store.close().catch(() => undefined);
    throw error;
  }
}

async function startOn(store: Store, tallies: Tallies, options: AppOptions): Promise<App> {
  const { clock = systemClock, random = systemRandom, onError = () => undefined } = options;
  const cast = await firstStart(store, { withCast: options.withCast ?? true });
  // A log that is lost with its file must not take the first people and keys with it.
  await store.writeOut();
  const hub = new Hub<Happening>();
  const registry = createRegistry(options.methods ?? methods);
  const faults = new Faults();
  restoreFaults(faults, registry, await store.read((work) => work.portals.listKeptFaults(cast.portalId)));
  const notes = await openNotes(store, hub, options);
  const { files = memoryHome(), settings = USUAL_SETTINGS } = options;
  const arrivals = new Arrivals(clock);
  const dispatcher = new Dispatcher({
    store,
    arrivals,
    files,
    registry,
    clock,
    faults,
    limits: options.limits,
    onInternalError: onError,
    onAnswer: options.onAnswer,
    onMeasured: (method, code, milliseconds) => tallies.called(method, code, milliseconds),
    onNoted: notes.note,
    isNoted: notes.isNoted,
    mark: notes.mark,
  });
  const origin = originOf(options.publicUrl);
  const server = createServer({
    dispatcher,
    store,
    contents: { files, most: settings.files.each },
    clock,
    requireHttps: options.requireHttps ?? false,
    publicUrl: options.publicUrl,
    named: () => origin.named,
    address: () => origin.address,
    onError: (error) => onError(error, 'http'),
    trustedProxies: options.trustedProxies,
    ...(options.tls && { tls: options.tls }),
  });
  const delivery = createDelivery(store, hub, origin, options);
  const previews = createPreviews(store, options);
  const chores = createChores({ store, files, clock, calls: dispatcher.running, hub, onError });
  tellArrivals(store, arrivals);
  countTries(hub, tallies);
  if (options.log) logDeliveries({ hub, store, clock, onError: (error) => onError(error, 'log') }, options.log);

  let isStopping = false;
  const settled = async () => {
    do {
      await dispatcher.running.idle();
      await delivery.settled();
      await chores.idle();
      await feed.idle();
      await new Promise(setImmediate);
    } while (!dispatcher.running.isIdle);
  };
  const { passwords = scryptPasswords() } = options;
  const links = new SignInLinks(clock, random);
  const measured = { tallies, callsNotKept: () => notes.log.dropped, store, clock, portalId: cast.portalId };
  server.addRoutes((routes) => metricsRoutes(routes, { ...measured, token: options.metricsToken }));
  const feed = new PageFeed({ hub, store, clock, random, onError: (error) => onError(error, 'live') });
  if (previews) {
    server.addRoutes((routes) => {
      previewRoutes(routes, store, previews.found);
      foreignPictureRoutes(routes, store, previews.found);
    });
  }
  const showsPictures = previews !== undefined;
  addPages(
    server,
    { store, hub, origin, passwords, links, isStopping: () => isStopping, feed, showsPictures },
    options,
  );
  openControl(
    server,
    { store, hub, notes, feed, delivery, registry, faults, origin, passwords, links, settled, portalId: cast.portalId },
    options,
  );

  const stop = async () => {
    isStopping = true;
    arrivals.close();
    try {
      // Before the server: bots call back before they answer, and what is on the wire is to end well.
      await endAll([() => delivery.close(), ...chores.stops, async () => previews?.previewer.stop()]);
    } finally {
      const letGo = setTimeout(() => server.node.closeAllConnections(), CALLS_END_WITHIN);
      await server.close();
      clearTimeout(letGo);
      await notes.log.close();
    }
  };
  const host = options.host ?? '127.0.0.1';
  try {
    await server.listen(host, options.port ?? 0);
    const { port } = server.node.address() as AddressInfo;
    listensAt(origin, { isEncrypted: options.tls !== undefined, host, port, name: options.publicName });
    await delivery.start();
    chores.start();
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  return {
    url: origin.url,
    pagesUrl: origin.pages,
    address: origin.address,
    cast,
    store,
    registry,
    server,
    hub,
    links,
    calls: notes.log,
    async settled() {
      await settled();
      await previews?.previewer.idle();
      await settled();
    },
    close: () => stop().finally(() => store.close()),
  };
}
