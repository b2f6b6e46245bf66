/** Which of the forms between `|` a number takes: `one | other`, in Russian `one | few | many`. */
export const pluralRules: Readonly<Record<string, (count: number, forms: number) => number>> = {
  ru: (count, forms) => {
    const form = new Intl.PluralRules('ru').select(count);
    return Math.min(form === 'one' ? 0 : form === 'few' ? 1 : 2, forms - 1);
  },
};
