/**
 * Documented parameters that by their nature change nothing that can be seen, as `method PARAM`, each with the reason.
 * A parameter that is neither here nor observed by its method's contract fails the run, and so does a stale entry.
 */
export const withoutEffect: Readonly<Record<string, string>> = {
  'im.chat.add COPILOT_MAIN_ROLE': 'there is no built-in assistant to take the role',
  'im.notify MESSAGE_OUT': 'there are no outside channels: no letters are sent',
  'im.notify.personal.add MESSAGE_OUT': 'as with im.notify',
  'im.notify.system.add MESSAGE_OUT': 'as with im.notify',
  'im.user.get AVATAR_HR': 'the page itself says that avatar_hr is always told',
  'im.user.list.get AVATAR_HR': 'the page itself says that avatar_hr is always told',
  'im.recent.list PARSE_TEXT': 'texts are told without their codes, unless they are asked for as they were written',
  'im.recent.list SKIP_UNDISTRIBUTED_OPENLINES':
    'a chat of an open channel is in nobody’s list before they are asked to answer there',
  'im.recent.list CAN_MANAGE_MESSAGES': 'every member of a chat may, as its permissions say',
  'imopenlines.crm.chat.user.add CHAT_ID': 'no chat belongs to a record: there is no customer base',
  'imopenlines.crm.chat.user.delete CHAT_ID': 'as with imopenlines.crm.chat.user.add',
  'imbot.message.update SKIP_CONNECTOR':
    'there are no outside messengers, and the event of a changed message does not carry it',
  'imbot.v2.Chat.add fields.message': 'V53: it is taken and not written',
  'imbot.v2.Chat.Message.send fields.silentConnector': 'there are no outside messengers that could be told softly',
  'disk.folder.uploadfile rights': 'who may read a file follows from the folder that it lies in',
  'disk.storage.uploadfile rights': 'as with disk.folder.uploadfile',
  'disk.storage.getlist order': 'everybody has one storage',
  'im.disk.file.commit SILENT_MODE': 'there are no open channels whose clients could be told',
  'user.get ADMIN_MODE': 'it is to show everybody to administrators, from whom nobody is hidden anyway',
  'user.search ADMIN_MODE': 'as with user.get',
  'user.get IMAGE_RESIZE': 'pictures are kept in one size, and whoever shows them scales them',
};
