import type { Generated } from 'kysely';

export interface PortalTable {
  id: Generated<number>;
  /** null answers to every host: the one portal of a fresh install. */
  host: string | null;
  member_id: string;
  language: string;
  is_closed: Generated<number>;
  plan: Generated<string>;
  webhook_makers: Generated<string>;
  /** A document: the faults that outlive a restart. */
  kept_faults: Generated<string>;
  /** The user in whose name the portal writes to people. */
  own_bot_id: number | null;
  created_at: number;
}

export interface ImageTable {
  id: Generated<number>;
  portal_id: number;
  /** Unguessable, with its ending; the last part of the address the image is served at. */
  name: string;
  media_type: string;
  content: Uint8Array;
  created_at: number;
}

export interface UserTable {
  id: Generated<number>;
  portal_id: number;
  is_bot: number;
  is_active: number;
  is_admin: number;
  is_extranet: number;
  /** Writes from a site to an open channel. */
  is_visitor: Generated<number>;
  name: string;
  last_name: string;
  email: string;
  work_position: string;
  gender: string;
  birthday: string;
  website: string;
  color: string;
  photo: string;
  language: string;
  is_invited: number;
  /** A document: the departments, and what else is told of a person. */
  profile: string;
  created_at: number;
  changed_at: number;
  last_activity_at: number | null;
  /** Empty: never set. */
  status: Generated<string>;
  idle_since: number | null;
}

export interface DepartmentTable {
  id: Generated<number>;
  portal_id: number;
  name: string;
  /** null: the company itself. */
  parent_id: number | null;
  head_id: number | null;
  created_at: number;
}
