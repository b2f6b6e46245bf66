import type { Methods } from '@botyard/client';

/** A chat as `im.dialog.get` tells of it. */
export type Chat = Methods['im.dialog.get']['result'];
