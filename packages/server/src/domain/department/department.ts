/** A part of the company that people work in. */
export interface Department {
  readonly id: number;
  readonly portalId: number;
  readonly name: string;
  /** The department that it is a part of; null for the company itself. */
  readonly parentId: number | null;
  /** The user who heads it; null: nobody. They need not be among those who work in it. */
  readonly headId: number | null;
}

export type DepartmentDraft = Omit<Department, 'id'>;

export interface PlacedDepartment {
  readonly department: Department;
  /** How many departments it is a part of, 0 for the company itself. */
  readonly depth: number;
}

/** The departments of a portal as a company structure: each is followed by its parts. */
export function inOrder(departments: readonly Department[]): PlacedDepartment[] {
  const parts = new Map<number | null, Department[]>();
  for (const department of departments) {
    const { parentId } = department;
    parts.set(parentId, [...(parts.get(parentId) ?? []), department]);
  }
  const partsOf = (id: number | null, depth: number): PlacedDepartment[] =>
    (parts.get(id) ?? []).flatMap((department) => [{ department, depth }, ...partsOf(department.id, depth + 1)]);
  return partsOf(null, 0);
}

/** Whether a department is another one or, at any depth, a part of it. */
export function isWithin(departments: readonly Department[], id: number, otherId: number): boolean {
  const parents = new Map(departments.map((department) => [department.id, department.parentId]));
  for (let at: number | null | undefined = id; at !== null && at !== undefined; at = parents.get(at))
    if (at === otherId) return true;
  return false;
}

export interface NamedDepartment extends Department {
  /** With the departments that it is a part of behind it, the company last. */
  readonly fullName: string;
}

/** The departments of a portal, all of them, in the same order. */
export function withFullNames(departments: readonly Department[]): NamedDepartment[] {
  const byId = new Map(departments.map((department) => [department.id, department]));
  return departments.map((department) => {
    const names: string[] = [];
    for (let at: Department | undefined = department; at; at = byId.get(at.parentId ?? 0)) names.push(at.name);
    return { ...department, fullName: names.join(' / ') };
  });
}
