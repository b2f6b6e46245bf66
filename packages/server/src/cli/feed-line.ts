import type { FeedCall, FeedDelivery, FeedItem, FeedMessage, FeedNotification } from '#live/feed-item.ts';
import { duration, onOneLine, styled } from './terminal.ts';

/** One happening on one line. */
export function feedLine(item: FeedItem): string {
  const time = styled('dim', new Date(item.at).toTimeString().slice(0, 8));
  return `${time}  ${item.kind.padEnd(12)}  ${onOneLine(sentence(item))}`;
}

function sentence(item: FeedItem): string {
  switch (item.kind) {
    case 'message':
      return `[${item.chat}] ${messageLine(item)}`;
    case 'notification':
      return notificationLine(item);
    case 'event':
      return `${item.name} for ${item.receiver} (event ${item.id})`;
    case 'delivery':
      return `${deliveryLine(item)} (event ${item.eventId})`;
    case 'call':
      return callLine(item);
    case 'notice':
      return item.text;
  }
}

function messageLine({ what, author, text, attach, buttons, id }: FeedMessage): string {
  if (what === 'deleted') return `message ${id} was deleted`;
  const said = author === '' ? text : `${author}: ${text}`;
  const parts = [`${said}${what === 'changed' ? ' (edited)' : ''}`, ...attach.map(attachedLine)];
  return `${parts.join(' ')}${buttons.length > 0 ? `  ${buttonLine(buttons)}` : ''}`;
}

function notificationLine({ id, user, author, text, attach }: FeedNotification): string {
  const said = [`to ${user}${author === '' ? '' : ` from ${author}`}: ${text}`, ...attach.map(attachedLine)];
  return `${said.join(' ')} (notification ${id})`;
}

/** Each button with what it does: [ Repeat: /echo hello ]. */
export function buttonLine(buttons: FeedMessage['buttons']): string {
  return buttons.map(({ text, does }) => `[ ${text}: ${does} ]`).join(' ');
}

/** A line of an attachment, set off from the text of the message. */
export function attachedLine(line: string): string {
  return `| ${line}`;
}

/** What came of a call, for who made the program. */
export function callLine({ id, method, user, program, code, reason, details, status, durationMs }: FeedCall): string {
  const who = `${method} of ${program === '' ? user : `${program}, for ${user}`}`;
  const number = id === 0 ? '' : ` (call ${id})`;
  if (code === null) {
    const outcome = details.length > 0 ? `left out ${details.join('; ')}` : `answered ${status} in ${durationMs} ms`;
    return `${who}: ${outcome}${number}`;
  }
  // Some documented texts are the code once more.
  const error = [code, reason === code ? '' : reason].filter(Boolean).join(' ');
  return `${who}: refused, ${error}${details.length > 0 ? ` (${details.join('; ')})` : ''}${number}`;
}

export function deliveryLine({
  name,
  receiver,
  to,
  result,
  status,
  error,
  durationMs,
  retryAt,
  at,
}: FeedDelivery): string {
  if (result === 'dropped')
    return `${name} for ${receiver}: dropped, ${error ?? 'no handler is there for it any more'}`;
  const outcome = error ?? (status === null ? 'not sent' : `answered ${status} in ${durationMs} ms`);
  const sequel = {
    delivered: '',
    again: retryAt === null ? '; tried again' : `; next try in ${duration(retryAt - at)}`,
    dead: '; given up',
  }[result];
  return `${name} to ${receiver} at ${to}: ${outcome}${sequel}`;
}
