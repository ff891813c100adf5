import { i18n } from '@lingui/core';
import * as domMatchers from '@testing-library/jest-dom/matchers';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { matchMedia, resetScreen } from './screen';
import { listen, server, unknownCalls } from './server';

// Lazy routes are compiled when they are first opened; on a busy machine that takes a while.
configure({ asyncUtilTimeout: 10_000 });

window.matchMedia = matchMedia;
window.scrollTo = () => undefined;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView = () => undefined;
HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
  this.open = true;
};

expect.extend(domMatchers);

beforeAll(listen);

beforeEach(() => {
  // Source texts are English, so no catalogue is needed.
  if (!i18n.locale) i18n.loadAndActivate({ locale: 'en', messages: {} });
});

afterEach(() => {
  cleanup();
  resetScreen();
  server.resetHandlers();
  localStorage.clear();
  expect(unknownCalls(), 'calls that no handler of the test knows').toEqual([]);
});

afterAll(() => server.close());
