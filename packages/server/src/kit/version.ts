import { version } from '../../package.json';

/** Of this program, as it is published. */
export const VERSION: string = version;
