import type { ApplicationTexts } from './en.ts';

export const applicationsInGerman: ApplicationTexts = {
  allowTitle: (name) => `${name} zulassen?`,
  mayAct: (name) => `Darf „${name}“ für Sie handeln?`,
  underYourName: [
    'Was diese Anwendung tut, tut sie unter Ihrem Namen, ',
    ', und mit Ihren Rechten. Sie wird Folgendes können:',
  ],
  seesYou: 'sehen, wer Sie sind',
  can: {
    im: 'Ihre Chats lesen und in Ihrem Namen darin schreiben',
    imbot: 'ihre Chatbots hierher bringen und durch sie sprechen',
    imopenlines: 'mit Gesprächen in Open Channels arbeiten',
    imconnector: 'Open Channels mit anderen Messengern verbinden',
    user: 'die Personen hier sehen, welche hinzufügen und ihre Angaben ändern',
    user_basic: 'die Personen hier sehen und wie man sie erreicht',
    user_brief: 'die Namen der Personen hier sehen',
    'user.userfield': 'den Angaben zu Personen Felder hinzufügen',
    department: 'die Abteilungen sehen und wer zu ihnen gehört',
    disk: 'Dateien lesen und ablegen',
    placement: 'hier eigene Seiten zeigen',
  },
  another: (scope) => `die Berechtigung „${scope}“ nutzen`,
  deny: 'Ablehnen',
  allow: 'Zulassen',
  sentOn: [
    'Wenn Sie zustimmen, werden Sie zu ',
    ' weitergeleitet. Lassen Sie nur zu, was Sie kennen und selbst angefordert haben.',
  ],
  denied: 'Nichts wurde zugelassen',
  mayNotAct: (name) => `„${name}“ darf nicht für Sie handeln`,
  deniedText: 'Nichts wurde weitergegeben. Sie können diese Seite schließen.',
  refusals: {
    unknown: {
      title: 'Diese Anwendung gibt es hier nicht',
      text: 'Der Link nennt eine Anwendung, die dieses Portal nicht kennt. Vielleicht ist er falsch geschrieben, oder sie wurde entfernt.',
    },
    removed: { title: 'Diese Anwendung wurde entfernt', text: 'Sie kann hier für niemanden mehr handeln.' },
    not_installed: {
      title: 'Noch nicht bereit',
      text: 'Die Anwendung ist noch nicht vollständig installiert. Bitte wenden Sie sich an Ihren Administrator, damit er die Installation abschließt.',
    },
    dismissed: { title: 'Sie sind nicht mehr hier', text: 'Ihr Konto wurde geschlossen.' },
    not_allowed: {
      title: 'Diese Anwendung ist nicht für Sie bestimmt',
      text: 'Ein Administrator hat ausgewählt, wer sie nutzen darf. Fragen Sie nach, wenn Sie sie brauchen.',
    },
    without_pages: {
      title: 'Hier gibt es nichts zu öffnen',
      text: 'Diese Anwendung hat keine Seiten: Sie arbeitet im Hintergrund.',
    },
    not_placed: {
      title: 'Das wird hier nicht mehr geöffnet',
      text: 'Die Anwendung oder ein Administrator hat es weggenommen.',
    },
    not_meant: {
      title: 'Das kam nicht von dieser Seite',
      text: 'Bitte gehen Sie zurück und beginnen Sie noch einmal.',
    },
    signed_out: { title: 'Sie sind abgemeldet', text: 'Melden Sie sich wieder an, um diese Anwendung zu öffnen.' },
    same_name: {
      title: 'Diese Anwendung könnte als Sie handeln',
      text: 'Ihre Adresse hat den Hostnamen des Portals, und Browser senden an jeden Port eines Namens, was Sie angemeldet hält. Ein Administrator kann einem von beiden einen anderen Namen geben.',
    },
  },
};
