import { curlLine } from '../../text/curl.ts';

export const LANGUAGES = ['curl', 'JS', 'PHP', 'Python'] as const;
export type SnippetLanguage = (typeof LANGUAGES)[number];

/** A call as a program writes it. `webhook` ends in a slash. */
export function snippet(language: SnippetLanguage, webhook: string, method: string, params: string): string {
  const url = `${webhook}${method}`;
  const pretty = JSON.stringify(JSON.parse(params), null, 2);
  switch (language) {
    case 'curl':
      return curlLine(url, params, [{ name: 'Content-Type', value: 'application/json' }]);
    case 'JS':
      return `const response = await fetch(${JSON.stringify(url)}, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(${pretty.replaceAll('\n', '\n  ')}),
});
const { result, error, error_description } = await response.json();`;
    case 'PHP':
      return `<?php
$curl = curl_init(${inSingleQuotes(url)});
curl_setopt_array($curl, [
    CURLOPT_POST => true,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
    CURLOPT_POSTFIELDS => ${inSingleQuotes(pretty)},
]);
$answer = json_decode(curl_exec($curl), true);`;
    case 'Python':
      return `import json, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(url)},
    data=json.dumps(json.loads(r'''${pretty}''')).encode(),
    headers={"Content-Type": "application/json"},
)
answer = json.load(urllib.request.urlopen(request))`;
  }
}

function inSingleQuotes(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
