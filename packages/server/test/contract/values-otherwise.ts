/** Parameters whose documented values the method reads otherwise, each with the reason. */
export const valuesOtherwise: Readonly<Record<string, string>> = {
  'event.offline.get order': 'The order that is documented is the one that the action has by itself',
  'event.offline.list order': 'The order that is documented is the one that the action has by itself',
  'im.chat.add COPILOT_MAIN_ROLE': 'There is no built-in assistant whose role it could be',
  'imbot.app.register HASH': 'G57: any text that is not empty',
  'imbot.app.update FIELDS.EXTRANET_SUPPORT': 'What is left out of a change stays as it is',
  'imbot.app.update FIELDS.HASH': 'as with imbot.app.register',
  'imbot.v2.Chat.Message.send fields.message': 'V46: the end of a longer text is cut off where it is kept',
  'imbot.v2.Chat.Message.update fields.message': 'V46: the end of a longer text is cut off where it is kept',
  'imbot.v2.Command.answer fields.message': 'V46: the end of a longer text is cut off where it is kept',
  'imbot.v2.Chat.Message.update fields.urlPreview': 'V47: what is left out stays as it is',
  'imbot.v2.Bot.register fields.botToken': 'Its length is seen when the call is authorized: BOT_TOKEN_INVALID_LENGTH',
};
