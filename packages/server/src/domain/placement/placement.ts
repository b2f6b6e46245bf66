/** An address of an application that is opened at a place of the portal. */
export interface Placement {
  readonly id: number;
  readonly portalId: number;
  readonly applicationId: number;
  /** The code of the place. */
  readonly place: string;
  /** Whom it is shown to; 0: everybody who may use the application. */
  readonly userId: number;
  /** The address that is opened. */
  readonly handler: string;
  readonly title: string;
  readonly description: string;
  /** What stands together where one place shows several. */
  readonly groupName: string;
  /** The three above by language, as the application wrote them. */
  readonly translations: Readonly<Record<string, unknown>>;
  /** How and to whom it is shown. */
  readonly options: PlacementOptions;
}

export type PlacementDraft = Omit<Placement, 'id'>;

export type PlacementOptions = Readonly<Record<string, unknown>>;
