/** The application that caused a unit of work: its own changes are not put into its own offline queue. */
export interface Cause {
  /** The calling application, and the `auth_connector` of the call. */
  readonly applicationId: number;
  readonly connector: string;
}
