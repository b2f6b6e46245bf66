/** Bytes that are kept under a key. Several files may have the same content: a copy takes no room. */
export interface Content {
  readonly id: number;
  readonly portalId: number;
  /** Random digits: names of files go nowhere but into the database. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: string;
  /** undefined: it is no picture, or one that nobody here can look into. */
  readonly picture: Picture | undefined;
}

/** What is known of a picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** A smaller one was made of it. */
  readonly hasPreview: boolean;
}

/** Key of the smaller picture that was made of a content. */
export function previewKey({ key }: Pick<Content, 'key'>): string {
  return `${key}-preview`;
}
