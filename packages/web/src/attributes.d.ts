/** Attributes that any element of a template may have. */
declare module '@vue/runtime-dom' {
  interface HTMLAttributes {
    [name: `data-${string}`]: string | number | boolean | undefined;
  }
}

export {};
