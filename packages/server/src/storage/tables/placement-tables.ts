import type { Generated } from 'kysely';

export interface PlacementTable {
  id: Generated<number>;
  portal_id: number;
  application_id: number;
  place: string;
  /** 0: everybody. */
  user_id: number;
  handler: string;
  title: string;
  description: string;
  group_name: string;
  translations: string;
  options: string;
  created_at: number;
}

export interface ChatAppTable {
  id: Generated<number>;
  portal_id: number;
  bot_id: number;
  code: string;
  /** '' for one that opens a page. */
  js_method: string;
  js_param: string;
  iframe: string;
  iframe_width: number;
  iframe_height: number;
  hash_sealed: string;
  icon: string;
  context: string;
  is_for_admins: number;
  is_hidden: number;
  is_extranet: number;
  is_livechat: number;
  is_popup: number;
  titles: string;
  created_at: number;
  deleted_at: number | null;
}
