/** What stands on the page of a line, in the languages there are. */
export interface ChatTexts {
  readonly open: string;
  readonly close: string;
  readonly field: string;
  readonly send: string;
  readonly you: string;
  readonly hello: string;
  readonly typing: string;
  readonly waiting: string;
  readonly finished: string;
  readonly closed: string;
  readonly offline: string;
  readonly unsent: string;
  readonly tooMuch: string;
  readonly copied: string;
  readonly gone: string;
  readonly needsScript: string;
}

const en: ChatTexts = {
  open: 'Chat with us',
  close: 'Close the chat',
  field: 'Your message',
  send: 'Send',
  you: 'You',
  hello: 'Write to us. The answer appears here.',
  typing: 'is writing …',
  waiting: 'You will be answered by a person soon.',
  finished: 'The conversation is finished. Write again whenever you like.',
  closed: 'Nobody can be reached here at the moment.',
  offline: 'No connection. What you wrote is sent as soon as there is one.',
  unsent: 'This could not be sent.',
  tooMuch: 'That was a lot at once. It goes on in a moment.',
  copied: 'Copied.',
  gone: 'This button does nothing any more.',
  needsScript: 'This chat needs JavaScript.',
};

const de: ChatTexts = {
  open: 'Chatten Sie mit uns',
  close: 'Chat schließen',
  field: 'Ihre Nachricht',
  send: 'Senden',
  you: 'Sie',
  hello: 'Schreiben Sie uns. Die Antwort erscheint hier.',
  typing: 'schreibt …',
  waiting: 'Gleich antwortet Ihnen ein Mensch.',
  finished: 'Das Gespräch ist beendet. Schreiben Sie gern wieder.',
  closed: 'Hier ist zurzeit niemand zu erreichen.',
  offline: 'Keine Verbindung. Was Sie geschrieben haben, wird gesendet, sobald es eine gibt.',
  unsent: 'Das konnte nicht gesendet werden.',
  tooMuch: 'Das war viel auf einmal. Gleich geht es weiter.',
  copied: 'Kopiert.',
  gone: 'Dieser Knopf bewirkt nichts mehr.',
  needsScript: 'Dieser Chat braucht JavaScript.',
};

const ru: ChatTexts = {
  open: 'Написать нам',
  close: 'Закрыть чат',
  field: 'Ваше сообщение',
  send: 'Отправить',
  you: 'Вы',
  hello: 'Напишите нам. Ответ появится здесь.',
  typing: 'пишет …',
  waiting: 'Скоро вам ответит сотрудник.',
  finished: 'Разговор завершён. Пишите ещё, когда захотите.',
  closed: 'Сейчас здесь никто не отвечает.',
  offline: 'Нет соединения. Написанное будет отправлено, как только оно появится.',
  unsent: 'Не удалось отправить.',
  tooMuch: 'Слишком много сразу. Сейчас продолжим.',
  copied: 'Скопировано.',
  gone: 'Эта кнопка больше не работает.',
  needsScript: 'Для этого чата нужен JavaScript.',
};

const LANGUAGES: Readonly<Record<string, ChatTexts>> = { en, de, ru };

/** English where a language is not there. */
export function textsIn(language: string): { readonly language: string; readonly texts: ChatTexts } {
  const texts = LANGUAGES[language];
  return texts ? { language, texts } : { language: 'en', texts: en };
}
