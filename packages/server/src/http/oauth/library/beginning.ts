/** How it begins: the page around tells the facts, then the installation runs, then what waits for both. */
export const BEGINNING = `
let facts;
let onInstall;
let isOpen = false;
const onFacts = [];
const onInit = [];

function began(told) {
  facts = told;
  for (const act of onFacts.splice(0)) act();
  if (!facts.INSTALL || !onInstall) return opened();
  if (typeof onInstall === 'string') BX24.loadScript(onInstall, BX24.installFinish);
  else onInstall();
}

function opened() {
  isOpen = true;
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
  install(callback) { onInstall = callback; },
  installFinish: () => whenBegun(() => {
    if (facts.INSTALL) tell('setInstallFinish', {});
    else if (!isOpen) opened();
  }),
  getAuth: () => facts ? { access_token: facts.AUTH_ID, refresh_token: facts.REFRESH_ID, expires_in: facts.AUTH_EXPIRES,
    domain, member_id: facts.MEMBER_ID } : false,
  refreshAuth(callback) {
    tell('refreshAuth', {}, (auth) => {
      Object.assign(facts, auth);
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
