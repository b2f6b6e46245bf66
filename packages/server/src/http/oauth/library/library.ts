import { BEGINNING } from './beginning.ts';
import { CALLS } from './calls.ts';
import { DOCUMENT } from './document.ts';
import { MESSAGES } from './messages.ts';
import { PORTAL } from './portal.ts';

/**
 * The library that pages of applications load, `BX24`: what it is told by the page around them, and calls of methods with
 * the token from there. Documented at https://apidocs.bitrix24.com/sdk/bx24-js-sdk/index.html. Its parts are pieces of one
 * function: each makes what it adds to the library, and may use what stands before it.
 */
export const FRAME_LIBRARY = `(() => {
if (window.BX24) return;
${MESSAGES}${BEGINNING}${CALLS}${PORTAL}${DOCUMENT}
const BX24 = { ...ofBeginning, ...ofCalls, ...ofPortal, ...ofDocument };
window.BX24 = BX24;
if (sid !== '') tell('getInitData', {}, began);
})();
`;
