/** What a person wants of an event beside its facts. */
export interface EventVariant {
  /** Nothing has happened: somebody tries whether the receiver hears. */
  readonly isTest?: boolean;
  /** Fields of its body that are other ones, by their names in the form; null: it is left out. */
  /** It was to go there before its bot was taken over by generation 2, and goes there in the form of generation 1. */
  readonly earlier?: { readonly url: string; readonly handlerId: number };
  readonly fields?: readonly (readonly [name: string, value: string | null])[];
}
