import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import { type ControlFile, isAlive, readControlFile, temporaryControlFiles } from './control-file.ts';
import { proposeFor } from './proposed.ts';

/** Where a server keeps its data unless it is told otherwise. */
export const DEFAULT_DATA = '.botyard';

export interface WhichServer {
  readonly data?: string;
  readonly url?: string;
}

/** The running server that a command means: that of a data directory, at an address, or the only one there is. */
export function findServer(which: WhichServer): ControlFile {
  proposeFor(which);
  const { data, url } = which;
  const origin = url === undefined ? undefined : originOf(url);
  if (data !== undefined) {
    const file = readControlFile(data);
    if (!file)
      throw new Complaint(`No server is running on ${resolve(data)}. Start it: ${programName()} start --data ${data}`);
    return origin === undefined ? file : { ...file, url: origin };
  }
  const fitting = origin === undefined ? nearest() : runningServers().filter((one) => originOf(one.url) === origin);
  const [only, another] = fitting;
  if (!only && origin !== undefined) {
    throw new Complaint(`No server of yours runs at ${origin}. If it keeps its data elsewhere, say where: --data DIR`);
  }
  if (!only)
    throw new Complaint(
      `No server is running on ${resolve(DEFAULT_DATA)}. Start it: ${programName()} start (or say where it keeps its data: --data DIR)`,
    );
  if (another)
    throw new Complaint(
      `Several servers are running: ${fitting.map((one) => one.url).join(', ')}. Say which: --url URL`,
    );
  return only;
}

/** Of a command that works on data whether its server runs or not: the server, or else where the data lies. */
export function findServerOrData(which: WhichServer): ControlFile | string {
  const { data = DEFAULT_DATA } = which;
  const running = readControlFile(data);
  if (which.url === undefined && !(running && isAlive(running.pid)) && (which.data !== undefined || existsSync(data)))
    return data;
  return findServer(which);
}

/** Those that a command finds by itself: the one of this folder, and those that keep nothing. */
export function runningServers(): ControlFile[] {
  return [...serverHere(), ...temporaryControlFiles()];
}

function serverHere(): ControlFile[] {
  const here = readControlFile(DEFAULT_DATA);
  return here && isAlive(here.pid) ? [here] : [];
}

/** Whoever works in a folder means the server of that folder, whatever else runs on the machine. */
function nearest(): ControlFile[] {
  const here = serverHere();
  return here.length > 0 ? here : temporaryControlFiles();
}

function originOf(url: string): string {
  if (!URL.canParse(url)) throw new Complaint(`--url: "${url}" is no address. Write it like http://127.0.0.1:8424.`, 2);
  return new URL(url).origin.replace('//localhost', '//127.0.0.1');
}
