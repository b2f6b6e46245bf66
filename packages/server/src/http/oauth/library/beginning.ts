/** How it begins: the page around tells the facts, then the installation runs, then what waits for both. */
export const BEGINNING = `
let facts;
let isOpen = false;
const onFacts = [];
const onInstall = [];
const onInit = [];

/** Milliseconds at which the token ends: pages compare it with their own clock. */
const takeTokens = (tokens) => { facts = { ...facts, ...tokens, ENDS: Date.now() + Number(tokens.AUTH_EXPIRES) * 1000 }; };

function began(told) {
  takeTokens(told);
  for (const act of onFacts.splice(0)) act();
  if (!facts.FIRST_RUN || onInstall.length === 0) return opened();
  onInstall.splice(0).forEach(runInstallation);
}

function runInstallation(handler) {
  if (typeof handler === 'string') BX24.loadScript(handler, BX24.installFinish);
  else handler();
}

function opened() {
  isOpen = true;
  if (facts.FIRST_RUN && !facts.INSTALL) tell('setInstall', { install: true });
  for (const callback of onInit.splice(0)) callback();
}

function whenBegun(act) {
  if (facts) act();
  else onFacts.push(act);
}

function options(command, kept) {
  return {
    get: (name) => (facts && facts[kept] ? facts[kept][name] : undefined),
    set: (name, value, callback) => whenBegun(() => {
      facts[kept] = { ...facts[kept], [name]: value };
      tell(command, { name, value }, callback && (() => callback(facts[kept])));
    }),
  };
}

const ofBeginning = {
  init(callback) {
    if (isOpen) callback();
    else onInit.push(callback);
  },
  install(handler) {
    if (!facts) onInstall.push(handler);
    // A script of the page that came late: the installation waits for it all the same.
    else if (facts.FIRST_RUN) runInstallation(handler);
  },
  installFinish: () => whenBegun(() => {
    if (facts.INSTALL) tell('setInstallFinish', {});
    else if (!isOpen) opened();
  }),
  getAuth: () => facts && Date.now() < facts.ENDS ? { access_token: facts.AUTH_ID, refresh_token: facts.REFRESH_ID,
    expires_in: facts.ENDS, domain, member_id: facts.MEMBER_ID } : false,
  refreshAuth(callback) {
    tell('refreshAuth', {}, (tokens) => {
      takeTokens(tokens);
      if (callback) callback(BX24.getAuth());
    });
  },
  appOption: options('setAppOption', 'APP_OPTIONS'),
  userOption: options('setUserOption', 'USER_OPTIONS'),
  isAdmin: () => Boolean(facts && facts.IS_ADMIN),
  getLang: () => facts ? facts.LANG : '',
  getDomain: () => domain,
};
`;
