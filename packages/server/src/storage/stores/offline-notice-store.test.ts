import { expect, it } from 'vitest';
import { onEachDatabase } from '../../../test/databases.ts';

onEachDatabase('the notices that events wait', ({ write }) => {
  it('are remembered for each subscription, the last one alone', () =>
    write(async ({ offlineNotices }) => {
      expect(await offlineNotices.lockLastNotice(3)).toBe(0);
      await offlineNotices.updateNotice(3, 100);
      await offlineNotices.updateNotice(3, 200);
      expect(await offlineNotices.lockLastNotice(3)).toBe(200);
      expect(await offlineNotices.lockLastNotice(4)).toBe(0);
      await offlineNotices.deleteNotice(3);
      expect(await offlineNotices.lockLastNotice(3)).toBe(0);
    }));
});
