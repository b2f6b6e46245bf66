import { byteCount } from '../../kit/byte-count.ts';
import { i18n } from '../../languages/i18n.ts';
import type { Composer } from '../../stores/composers.ts';
import { useNotices } from '../../stores/notices.ts';

const LARGEST = 100 * 1024 * 1024;
/** Files that one message can have. */
const MOST = 50;

/** Takes files up into what is being written: chosen, pasted or dropped. */
export function fileTaking(composer: () => Composer) {
  const notices = useNotices();
  const { t } = i18n.global;

  function take(files: readonly File[]): void {
    const fitting = files.filter((file) => {
      if (file.size > LARGEST)
        notices.tell('failed', t('composer.tooLarge', { name: file.name, size: byteCount(LARGEST) }));
      else if (file.size === 0) notices.tell('failed', t('composer.emptyFile', { name: file.name }));
      return file.size > 0 && file.size <= LARGEST;
    });
    const taking = composer();
    taking.files = [...taking.files, ...fitting].slice(0, MOST);
    if (fitting.length > 0) taking.calls += 1;
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  }

  return { take, onPaste };
}
