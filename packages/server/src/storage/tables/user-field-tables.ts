import type { Generated } from 'kysely';

export interface UserFieldTable {
  id: Generated<number>;
  portal_id: number;
  code: string;
  type: string;
  external_id: string | null;
  sort: number;
  is_multiple: number;
  is_mandatory: number;
  is_searchable: number;
  is_filter: number;
  is_listed: number;
  is_editable: number;
  settings: string;
  labels: string;
}

export interface UserFieldChoiceTable {
  id: Generated<number>;
  field_id: number;
  value: string;
  sort: number;
  is_default: number;
  external_id: string;
}

export interface UserFieldValueTable {
  field_id: number;
  user_id: number;
  /** A list, of one for a field that is not multiple. */
  value: string;
}

export interface UserFileTable {
  id: Generated<number>;
  field_id: number;
  user_id: number;
  name: string;
  content: Uint8Array;
  created_at: number;
}
