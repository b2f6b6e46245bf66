import type {
  ApplicationOptionTable,
  ApplicationTable,
  AuthorizationCodeTable,
  BotTable,
  CommandTable,
  FirstRunTable,
  HandlerTable,
  TokenFamilyTable,
  WebhookTable,
} from './application-tables.ts';
import type { CallBatchTable } from './call-log-table.ts';
import type {
  ChatTable,
  InvocationTable,
  LineTotalTable,
  MemberTable,
  MessageTable,
  MessageTemplateTable,
  ReactionTable,
} from './chat-tables.ts';
import type { ContentTable, ContentTotalTable, FileStorageTable, StoredFileTable } from './file-tables.ts';
import type { LeftoverTable } from './leftover-table.ts';
import type { LineSessionTable, LineTable, VisitorTable } from './line-tables.ts';
import type { NotificationTable } from './notification-table.ts';
import type {
  AttemptTable,
  EventLineTable,
  EventReaderTable,
  EventTable,
  ReceiverDeliveryTable,
  ReceiverTable,
  UserQueueTable,
} from './outbox-tables.ts';
import type { ChatAppTable, PlacementTable } from './placement-tables.ts';
import type { DepartmentTable, ImageTable, PortalTable, UserTable } from './portal-tables.ts';
import type { ChatIndexTable, MessageWordTable, NameWordTable, SearchedDialogTable } from './search-tables.ts';
import type { CredentialTable, InvitationTable, SessionTable } from './sign-in-tables.ts';
import type {
  OfflineEventTable,
  OfflineNoticeTable,
  OutgoingWebhookTable,
  SubscriptionTable,
} from './subscription-tables.ts';
import type { UserFieldChoiceTable, UserFieldTable, UserFieldValueTable, UserFileTable } from './user-field-tables.ts';

/** Rows as they lie in the database. Flags are 0 or 1, times are milliseconds since 1970 (UTC), documents are JSON text. */
export interface Tables {
  portal: PortalTable;
  image: ImageTable;
  user: UserTable;
  department: DepartmentTable;
  user_field: UserFieldTable;
  user_field_choice: UserFieldChoiceTable;
  user_field_value: UserFieldValueTable;
  user_file: UserFileTable;
  content: ContentTable;
  content_total: ContentTotalTable;
  file_storage: FileStorageTable;
  stored_file: StoredFileTable;
  application: ApplicationTable;
  application_option: ApplicationOptionTable;
  first_run: FirstRunTable;
  placement: PlacementTable;
  authorization_code: AuthorizationCodeTable;
  token_family: TokenFamilyTable;
  webhook: WebhookTable;
  handler: HandlerTable;
  bot: BotTable;
  command: CommandTable;
  chat_app: ChatAppTable;
  chat: ChatTable;
  member: MemberTable;
  message: MessageTable;
  message_template: MessageTemplateTable;
  line_total: LineTotalTable;
  reaction: ReactionTable;
  invocation: InvocationTable;
  line: LineTable;
  visitor: VisitorTable;
  line_session: LineSessionTable;
  notification: NotificationTable;
  event: EventTable;
  event_line: EventLineTable;
  event_reader: EventReaderTable;
  user_queue: UserQueueTable;
  attempt: AttemptTable;
  receiver: ReceiverTable;
  receiver_delivery: ReceiverDeliveryTable;
  subscription: SubscriptionTable;
  offline_event: OfflineEventTable;
  offline_notice: OfflineNoticeTable;
  outgoing_webhook: OutgoingWebhookTable;
  credential: CredentialTable;
  session: SessionTable;
  invitation: InvitationTable;
  leftover: LeftoverTable;
  name_word: NameWordTable;
  chat_index: ChatIndexTable;
  message_word: MessageWordTable;
  searched_dialog: SearchedDialogTable;
  call_batch: CallBatchTable;
}
