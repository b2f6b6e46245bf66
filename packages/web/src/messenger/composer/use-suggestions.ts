import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Composer } from '../../stores/composers.ts';
import { useMembers } from '../../stores/members.ts';
import { useSlashCommands } from '../../stores/slash-commands.ts';
import { askedAt, commandsFor, peopleFor, type Suggestion } from './suggestions.ts';

/** What is suggested at the caret of a field, which of it is meant, and what choosing it makes of the text. */
export function useSuggestions(composing: () => Composer) {
  const { t } = useI18n();
  const commands = useSlashCommands();
  const members = useMembers();
  const composer = computed(composing);
  const caret = ref(0);
  const active = ref(0);
  /** Of the text for which nobody wants to see it any more. */
  const closedFor = ref<string>();

  const asked = computed(() => (composer.value.editing ? undefined : askedAt(composer.value.text, caret.value)));
  const suggestions = computed<readonly Suggestion[]>(() => {
    if (!asked.value || closedFor.value === composer.value.text) return [];
    const { kind, query } = asked.value;
    return kind === 'command'
      ? commandsFor(query, commands.of(composer.value.dialogId))
      : peopleFor(query, members.of(composer.value.dialogId), t('composer.everybody'));
  });
  const heading = computed(() => {
    const [first] = suggestions.value;
    if (first?.kind !== 'command') return t('composer.people');
    const bots = new Set(suggestions.value.map((one) => (one.kind === 'command' ? one.command.botName : '')));
    return bots.size === 1 ? t('composer.commandsOf', { name: first.command.botName }) : t('composer.commands');
  });

  watch(composer, () => {
    caret.value = 0;
    closedFor.value = undefined;
  });
  watch(
    () => (asked.value ? ([asked.value.kind, asked.value.query] as const) : []),
    ([kind, query]) => {
      if (kind === 'command') void commands.load(composer.value.dialogId);
      if (kind === 'mention') void members.find(composer.value.dialogId, query ?? '');
    },
  );
  watch(
    () => composer.value.text,
    () => {
      active.value = 0;
    },
  );

  function move(by: number): void {
    const count = suggestions.value.length;
    if (count > 0) active.value = (active.value + by + count) % count;
  }

  /** Puts it into the text; answers where the caret goes. */
  function choose(suggestion: Suggestion): number {
    const from = asked.value?.from ?? 0;
    const put = `${written(suggestion)} `;
    const rest = composer.value.text.slice(caret.value).replace(/^ /, '');
    composer.value.text = composer.value.text.slice(0, from) + put + rest;
    closedFor.value = undefined;
    return from + put.length;
  }

  function written(suggestion: Suggestion): string {
    if (suggestion.kind === 'command') return `/${suggestion.command.name}`;
    return `@${suggestion.kind === 'all' ? t('composer.everybody') : suggestion.user.name}`;
  }

  return {
    caret,
    active,
    suggestions,
    heading,
    move,
    choose,
    close: () => {
      closedFor.value = composer.value.text;
    },
  };
}
