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
