/** A place of the portal at which applications can be opened. */
export interface Place {
  readonly code: string;
  /** The permission whose tool it belongs to; undefined: to none. */
  readonly scope: string | undefined;
  /** Whether that permission is not needed to be shown there, only to do something there. */
  readonly isGlobal: boolean;
  /** An application is opened there once: without a person, and once for each. */
  readonly isSingle: boolean;
  /** Something can be shown there to one person alone. */
  readonly isPersonal: boolean;
}

const LEAD_TO_QUOTE = ['LEAD', 'DEAL', 'CONTACT', 'COMPANY', 'QUOTE', 'SMART_INVOICE'] as const;

/** Places of CRM records: what stands behind the name of their kind, and the kinds that have it. */
const OF_RECORDS: Readonly<Record<string, readonly string[]>> = {
  LIST_TOOLBAR: [...LEAD_TO_QUOTE, 'ORDER'],
  LIST_MENU: [...LEAD_TO_QUOTE, 'ACTIVITY'],
  DETAIL_TAB: [...LEAD_TO_QUOTE, 'ORDER'],
  DETAIL_TOOLBAR: LEAD_TO_QUOTE,
  DETAIL_ACTIVITY: [...LEAD_TO_QUOTE, 'ORDER'],
  DOCUMENTGENERATOR_BUTTON: LEAD_TO_QUOTE,
  ACTIVITY_TIMELINE_MENU: ['LEAD', 'DEAL', 'QUOTE', 'SMART_INVOICE'],
  ROBOT_DESIGNER_TOOLBAR: ['LEAD', 'DEAL', 'SMART_INVOICE'],
  FUNNELS_TOOLBAR: ['DEAL', 'SMART_INVOICE'],
};

const OF_TOOLS: Readonly<Record<string, readonly string[]>> = {
  calendar: ['CALENDAR_GRIDVIEW'],
  contact_center: ['CONTACT_CENTER'],
  crm: [
    'CRM_ANALYTICS_MENU',
    'CRM_ANALYTICS_TOOLBAR',
    'CRM_BANK_DETAIL_AUTOCOMPLETE',
    'CRM_DETAIL_SEARCH',
    'CRM_FUNNELS_TOOLBAR',
    'CRM_REQUISITE_AUTOCOMPLETE',
    ...Object.entries(OF_RECORDS).flatMap(([place, kinds]) => kinds.map((kind) => `CRM_${kind}_${place}`)),
  ],
  sonet_group: ['SONET_GROUP_DETAIL_TAB', 'SONET_GROUP_ROBOT_DESIGNER_TOOLBAR', 'SONET_GROUP_TOOLBAR'],
  task: [
    'TASK_GROUP_LIST_TOOLBAR',
    'TASK_LIST_CONTEXT_MENU',
    'TASK_ROBOT_DESIGNER_TOOLBAR',
    'TASK_USER_LIST_TOOLBAR',
    'TASK_VIEW_SIDEBAR',
    'TASK_VIEW_TAB',
    'TASK_VIEW_TOP_PANEL',
  ],
  telephony: ['CALL_CARD', 'TELEPHONY_ANALYTICS_MENU'],
  user: ['USER_PROFILE_MENU', 'USER_PROFILE_TOOLBAR'],
};

/** The messenger's: an application without `im` can be opened there, and do nothing in the chat. */
const OF_MESSENGER = ['IM_CONTEXT_MENU', 'IM_NAVIGATION', 'IM_SIDEBAR', 'IM_TEXTAREA', 'IMMOBILE_CONTEXT_MENU'];

const OF_NO_TOOL = ['BI_ANALYTICS_MENU', 'IM_SMILES_SELECTOR', 'LEFT_MENU', 'PAGE_BACKGROUND_WORKER', 'REST_APP_URI'];

const BACKGROUND = 'PAGE_BACKGROUND_WORKER';
const SINGLE: ReadonlySet<string> = new Set([BACKGROUND, 'REST_APP_URI']);

const known: readonly Pick<Place, 'code' | 'scope' | 'isGlobal'>[] = [
  ...OF_MESSENGER.map((code) => ({ code, scope: 'im', isGlobal: true })),
  ...OF_NO_TOOL.map((code) => ({ code, scope: undefined, isGlobal: true })),
  ...Object.entries(OF_TOOLS).flatMap(([scope, codes]) => codes.map((code) => ({ code, scope, isGlobal: false }))),
];
const places: readonly Place[] = known.map((place) => ({
  ...place,
  isSingle: SINGLE.has(place.code),
  isPersonal: place.code === BACKGROUND,
}));

/** Permissions that open places to applications. */
export const PLACE_SCOPES: readonly string[] = Object.keys(OF_TOOLS);

/** A place that is open to an application with these permissions; undefined: it has none of that code. */
export function openPlace(code: string, scope: readonly string[]): Place | undefined {
  return openPlaces(scope).find((place) => place.code === code);
}

export function openPlaces(scope: readonly string[]): readonly Place[] {
  return places.filter((place) => place.isGlobal || (place.scope !== undefined && scope.includes(place.scope)));
}

/** The permission without which nobody is shown anywhere: the places of no tool are its own. */
const OWN_SCOPE = 'placement';

/** Places by the permission they belong to; those that need none belong to the one of all places, too. */
export function placesOf(scope: string): readonly Place[] {
  return places.filter((place) => place.scope === scope || (place.isGlobal && scope === OWN_SCOPE));
}

export function allPlaces(): readonly Place[] {
  return places;
}
