import { createMemoryHistory, type RouterHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';

export interface Rendered {
  user: UserEvent;
  container: HTMLElement;
  unmount: () => void;
  /** The URL as the person sees it. */
  url: () => string;
}

/** Opens `path` in an app; `mount` builds the app with its real route tree on the given history. */
export function renderApp(path: string, mount: (history: RouterHistory) => ReactElement): Rendered {
  const history = createMemoryHistory({ initialEntries: [path] });
  const { container, unmount } = render(mount(history));
  return { user: userEvent.setup(), container, unmount, url: () => history.location.href };
}
