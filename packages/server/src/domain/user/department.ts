/** A part of the company that people work in. */
export interface Department {
  readonly id: number;
  readonly name: string;
}
