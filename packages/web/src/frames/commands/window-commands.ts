import { useFrameWindows } from '../../stores/frame-windows.ts';
import { type Frame, type FrameCommands, oneAtATime, UNANSWERED } from '../frame.ts';
import { openPath } from '../open-path.ts';

/** More than any screen: what a page asks for beyond is no size that it needs. */
const WIDEST = 10_000;
const HIGHEST = 100_000;
const LONGEST_TITLE = 255;

/** What an application asks of the frame it is in, and of windows over it. */
export function windowCommands(frame: Frame): FrameCommands {
  const { element } = frame.page;
  return {
    resizeWindow: ({ width, height }) => {
      if (!frame.isOwnWindow) {
        element.style.width = width === '100%' ? '100%' : `${Math.min(toNumber(width) || 100, WIDEST)}px`;
        const pixels = Math.min(toNumber(height), HIGHEST);
        if (pixels > 0) Object.assign(element.style, { flex: 'none', height: `${pixels}px` });
      }
      return { width: element.clientWidth, height: element.clientHeight };
    },
    setTitle: ({ title }) => frame.setTitle(String(title ?? '').slice(0, LONGEST_TITLE)),
    setScroll: ({ scroll }) => element.ownerDocument.defaultView?.scrollTo(0, toNumber(scroll)),
    reloadWindow: () => {
      frame.reload();
      return UNANSWERED;
    },
    closeApplication: () => {
      frame.close();
      return UNANSWERED;
    },
    openApplication: oneAtATime(async (params) => {
      const { opening } = frame;
      const windows = useFrameWindows();
      if (!windows.hasRoom()) return UNANSWERED;
      const { bx24_title: title, bx24_width: width } = params;
      await windows.open(
        {
          applicationId: opening.applicationId,
          title: typeof title === 'string' && title !== '' ? title.slice(0, LONGEST_TITLE) : opening.title,
          options: { ...params, IFRAME: 'Y', IFRAME_TYPE: 'SIDE_SLIDER' },
        },
        { isOwn: true, ...(toNumber(width) > 0 && { width: `${Math.min(toNumber(width), WIDEST)}px` }) },
      );
      return null;
    }),
    openPath: oneAtATime(({ path }) => openPath(String(path ?? ''), frame.router)),
  };
}

function toNumber(raw: unknown): number {
  const number = Number.parseInt(String(raw), 10);
  return Number.isNaN(number) ? 0 : Math.max(number, 0);
}
