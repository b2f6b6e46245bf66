/** What can be told of a person beyond what everybody is asked for. The words carry no rules: they are kept and shown. */
export const PROFILE_WORDS = [
  'secondName',
  'title',
  'externalId',
  'timeZone',
  'profession',
  'icq',
  'personalPhone',
  'personalFax',
  'personalMobile',
  'personalPager',
  'personalStreet',
  'personalMailbox',
  'personalCity',
  'personalState',
  'personalZip',
  'personalCountry',
  'personalNotes',
  'company',
  'departmentName',
  'workWebsite',
  'workPhone',
  'workFax',
  'workPager',
  'workStreet',
  'workMailbox',
  'workCity',
  'workState',
  'workZip',
  'workCountry',
  'workProfile',
  'workLogo',
  'workNotes',
  'skype',
  'skypeLink',
  'zoom',
  'twitter',
  'facebook',
  'linkedin',
  'xing',
  'websites',
  'district',
  'innerPhone',
  'interests',
  'skills',
  'employedSince',
  'timeTracking',
] as const;

export type ProfileWord = (typeof PROFILE_WORDS)[number];
export type ProfileWords = Readonly<Partial<Record<ProfileWord, string>>>;

interface Contents extends ProfileWords {
  readonly departments?: readonly number[];
}

/**
 * The rest of what is known of a person, kept as text and read when somebody looks: the author of every message is
 * loaded, and nobody asks for their fax number then.
 */
export class Profile {
  readonly text: string;
  #contents: Contents | undefined;

  constructor(text: string) {
    this.text = text;
  }

  static of(departments: readonly number[], words: ProfileWords = {}): Profile {
    return NOTHING_KNOWN.with({ departments, words });
  }

  /** Ids of the departments that somebody works in; guests and bots work in none. */
  get departments(): readonly number[] {
    return this.#read().departments ?? [];
  }

  /** undefined for what was never given, which is not the same as empty. */
  word(name: ProfileWord): string | undefined {
    return this.#read()[name];
  }

  /** The same with other departments, if they are given, and with these words. */
  with({ departments, words = {} }: { departments?: readonly number[]; words?: ProfileWords }): Profile {
    return new Profile(JSON.stringify({ ...this.#read(), ...words, ...(departments && { departments }) }));
  }

  #read(): Contents {
    this.#contents ??= JSON.parse(this.text) as Contents;
    return this.#contents;
  }
}

export const NOTHING_KNOWN = new Profile('{}');
