/** Who brought a unit of work about, for what is told differently to whoever did it. */
export interface Cause {
  /** The application that acts, by the name that it gave itself for this call. */
  readonly applicationId: number;
  readonly connector: string;
}
