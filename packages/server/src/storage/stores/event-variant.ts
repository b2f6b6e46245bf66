/** What a person wants of an event beside its facts. */
export interface EventVariant {
  /** Nothing has happened: somebody tries whether the receiver hears. */
  readonly isTest?: boolean;
  /** Fields of its body that are other ones, by their names in the form; null: it is left out. */
  readonly fields?: readonly (readonly [name: string, value: string | null])[];
}
