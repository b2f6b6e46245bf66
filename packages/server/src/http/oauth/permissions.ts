/** What a permission lets a program do, to be read by somebody who has never heard of permissions. */
const IN_WORDS: Readonly<Record<string, string>> = {
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
};

/** In the order given; one that we have no words for under its own name. */
export function inPlainWords(scope: readonly string[]): string[] {
  return scope.map((one) => IN_WORDS[one] ?? `use the permission “${one}”`);
}
