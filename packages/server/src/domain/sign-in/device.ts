/** Characters of what a browser calls itself that are looked at. */
const LONGEST = 500;

/** In this order: most call themselves by the names of others, too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system in the words of people, `Firefox, Windows`; empty: neither is known. */
export function deviceOf(userAgent: string): string {
  const looked = userAgent.slice(0, LONGEST);
  const named = (of: typeof BROWSERS) => of.find(([pattern]) => pattern.test(looked))?.[1] ?? [];
  return [named(BROWSERS), named(SYSTEMS)].flat().join(', ');
}
