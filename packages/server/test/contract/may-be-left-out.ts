/**
 * Parameters that their page marks as required, while a call without them is answered nevertheless, as `method PARAM`,
 * each with the reason. A stale entry fails the run.
 */
export const mayBeLeftOut: Readonly<Record<string, string>> = {
  'access.name ACCESS': 'documented: the answer is false then',
  'im.chat.get ENTITY_ID': 'documented: the answer is null then',
  'im.chat.get ENTITY_TYPE': 'documented: the answer is null then',
  'imbot.chat.get ENTITY_ID': 'documented: the answer is null then',
  'imbot.chat.get ENTITY_TYPE': 'documented: the answer is null then',
  'imbot.command.register BOT_ID': 'R12: without it, the first bot of the application',
  'imbot.v2.Bot.update fields': 'nothing is changed then',
  'imbot.v2.Chat.Message.update fields': 'nothing is changed then',
  'imbot.v2.Command.update fields': 'nothing is changed then',
  'imbot.v2.Chat.Message.read dialogId': 'V21: the chat of the message is meant then',
  'imbot.v2.Chat.update fields': 'V55: nothing is changed then',
  'imbot.v2.Chat.User.add userIds': 'V55: nobody is added then',
  'im.v2.File.download dialogId': 'V58: the file says which chat is meant',
  'user.access ACCESS': 'nobody is meant by no code, and an administrator by any',
};
