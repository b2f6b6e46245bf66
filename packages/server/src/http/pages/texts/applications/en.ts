/** What is said of applications: to those who let one in, and where one cannot be opened. */
export const applicationsInEnglish = {
  allowTitle: (name: string) => `Allow ${name}?`,
  mayAct: (name: string) => `May “${name}” act for you?`,
  /** The name of the person stands between the two. */
  underYourName: [
    'Whatever this application does, it will do under your name, ',
    ', and with your rights. It will be able to:',
  ],
  seesYou: 'see who you are',
  can: {
    im: 'read your chats and write in them as you',
    imbot: 'bring its chat bots here and speak through them',
    imopenlines: 'work with conversations in open channels',
    imconnector: 'connect open channels with other messengers',
    user: 'see the people here, add some and change what is known of them',
    user_basic: 'see the people here and how to reach them',
    user_brief: 'see the names of the people here',
    'user.userfield': 'add fields to what is known of people',
    department: 'see the departments and who is in them',
    disk: 'read and store files',
    placement: 'show pages of its own here',
  },
  another: (scope: string) => `use the permission “${scope}”`,
  deny: 'Deny',
  allow: 'Allow',
  /** The host of the application stands between the two. */
  sentOn: ['If you allow it, you are sent on to ', '. Allow only what you know and have asked for yourself.'],
  denied: 'Nothing was allowed',
  mayNotAct: (name: string) => `“${name}” may not act for you`,
  deniedText: 'Nothing was passed on to it. You can close this page.',
  refusals: {
    unknown: {
      title: 'There is no such application here',
      text: 'The link that led here names one that this portal does not know. It may be mistyped, or the application was removed.',
    },
    removed: { title: 'This application was removed', text: 'It cannot act for anybody here any more.' },
    not_installed: {
      title: 'Not ready yet',
      // As documented.
      text: 'The application is not fully installed yet. Please contact your Bitrix24 administrator to complete the installation.',
    },
    dismissed: { title: 'You are no longer here', text: 'Your account was closed.' },
    not_allowed: {
      title: 'This application is not meant for you',
      text: 'An administrator has chosen who may use it. Ask them if you need it.',
    },
    without_pages: {
      title: 'There is nothing to open',
      text: 'This application has no pages: it works in the background.',
    },
    not_placed: {
      title: 'This is no longer opened here',
      text: 'The application has taken it away, or an administrator has.',
    },
    not_meant: { title: 'That did not come from this page', text: 'Please go back and begin once more.' },
    signed_out: { title: 'You are signed out', text: 'Sign in once more to open this application.' },
    same_name: {
      title: 'This application could act as you',
      text: 'Its address has the host name of the portal, and browsers send to every port of a name what keeps you signed in. An administrator can give one of the two another name.',
    },
  },
};

export type ApplicationTexts = typeof applicationsInEnglish;
