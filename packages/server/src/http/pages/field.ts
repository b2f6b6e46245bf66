import { type Html, html } from './html.ts';

export interface InputField {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly value?: string;
  /** What a browser may fill in by itself. */
  readonly autocomplete: string;
  readonly isRequired?: boolean;
  readonly hasFocus?: boolean;
  readonly longest?: number;
  readonly hint?: string | undefined;
  /** What is wrong with what was written; stands in the place of the hint. */
  readonly problem?: string | undefined;
}

/** One thing to write, with its label, a hint, and what is wrong with it. */
export function inputField(field: InputField): Html {
  const { name, label, type = 'text', value = '', autocomplete, longest = 200, hint, problem } = field;
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" maxlength="${longest}"${[
    type === 'text' && html` spellcheck="false"`,
    autocomplete === 'username' && html` autocapitalize="none"`,
    field.isRequired === true && html` required`,
    field.hasFocus === true && html` autofocus`,
    (hint ?? problem) !== undefined && html` aria-describedby="${name}-about"`,
    problem !== undefined && html` aria-invalid="true"`,
  ]}>
${problem !== undefined ? html`<p class="problem" id="${name}-about">${problem}</p>` : hint !== undefined && html`<p class="hint" id="${name}-about">${hint}</p>`}
</div>`;
}
