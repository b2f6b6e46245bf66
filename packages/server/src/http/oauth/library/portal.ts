/** What the portal around does for an application: its frame, windows, dialogues, chats, its place. */
export const PORTAL = `
const getScrollSize = () => ({
  scrollWidth: Math.max(document.documentElement.scrollWidth, document.documentElement.offsetWidth),
  scrollHeight: Math.max(document.documentElement.scrollHeight, document.documentElement.offsetHeight),
});
const toWhole = (number) => Number.parseInt(number, 10);
const notHere = (what) => () => { throw new Error('BX24.' + what + ' is not there: this portal has nothing to pick from'); };
/** Older pages give a title before the callback. */
const picksPeople = (mult) => (...given) => tell('selectUser', { mult }, given.find((one) => typeof one === 'function'));

const ofPortal = {
  getScrollSize,
  resizeWindow: (width, height, callback) => tell('resizeWindow', { width, height: toWhole(height) || 0 }, callback),
  fitWindow: (callback) => BX24.resizeWindow('100%', getScrollSize().scrollHeight, callback),
  setTitle: (title, callback) => tell('setTitle', { title: String(title) }, callback),
  scrollParentWindow(scroll, callback) {
    if (!Number.isNaN(toWhole(scroll))) tell('setScroll', { scroll: toWhole(scroll) }, callback);
  },
  reloadWindow: () => tell('reloadWindow', {}),
  openApplication(params, closeCallback, settings) {
    const prefixed = Object.entries(settings || {}).map(([name, value]) => ['bx24_' + name, value]);
    tell('openApplication', { ...params, ...Object.fromEntries(prefixed) }, closeCallback);
  },
  closeApplication: () => tell('closeApplication', {}),
  openPath: (path, callback) => tell('openPath', { path: String(path) }, callback),
  selectUser: picksPeople(false),
  selectUsers: picksPeople(true),
  selectAccess: notHere('selectAccess'),
  selectCRM: notHere('selectCRM'),
  im: {
    openMessenger: (dialogId) => tell('imOpenMessenger', dialogId === undefined ? {} : { dialogId: String(dialogId) }),
    openHistory: (dialogId) => tell('imOpenHistory', { dialogId: String(dialogId) }),
    callTo: (userId, video) => tell('imCallTo', { userId, video: Boolean(video) }),
    phoneTo: (phone) => tell('imPhoneTo', { phone: String(phone) }),
  },
  placement: {
    info: () => ({ placement: facts ? facts.PLACEMENT : '', options: facts ? facts.PLACEMENT_OPTIONS || {} : {} }),
    getInterface: (callback) => tell('getInterface', {}, callback),
    call: (command, params, callback) => tell(String(command), params === undefined ? {} : params, callback),
    bindEvent: (event, callback) => tell('placementBindEvent', { event }, callback, true),
  },
};
`;
