import { outsideCode } from './code-span.ts';

/**
 * The commands typed in a text, in its order (R25, R26): `/name` at the start of a line, params to the end of the line.
 * The name is as written; whether there is such a command is for others to say.
 */
export function parseInvocations(text: string): { name: string; params: string }[] {
  // Every piece of the pattern ends where the next one starts, so that it never reads a character twice.
  return Array.from(outsideCode(text, /^\/(\S+)(.*)$/gm), ([, name = '', params = '']) => ({
    name,
    params: params.trim(),
  }));
}

/**
 * The command of a button, a menu item or a call: "echo repeat" is cut at its first white space unless params are given
 * (R29). Slashes before the name are dropped, so that "/echo" is "echo"; a name may be left empty by that.
 */
export function splitCommand(command: string, params?: string): { name: string; params: string } {
  const written = command.replace(/^[\s/]+/, '').trimEnd();
  if (params !== undefined && params !== '') return { name: written, params };
  const end = written.search(/\s/);
  return end < 0 ? { name: written, params: '' } : { name: written.slice(0, end), params: written.slice(end).trim() };
}
