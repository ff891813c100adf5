/**
 * jsdom lays nothing out: menus believe to be out of sight and growing text fields miss the fonts. This is enough layout
 * for both, and nothing moves, so that what is opened is there at once.
 */
export function pretendLayout(): void {
  const box = { x: 10, y: 10, top: 10, left: 10, right: 110, bottom: 30, width: 100, height: 20 };
  Element.prototype.getBoundingClientRect = () => ({ ...box, toJSON: () => box });
  for (const [name, value] of Object.entries({ clientWidth: 1280, clientHeight: 800 })) {
    Object.defineProperty(document.documentElement, name, { configurable: true, value });
  }
  if (!('fonts' in document)) {
    Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
  }
  const measured = window.matchMedia;
  window.matchMedia = (query) =>
    query.includes('prefers-reduced-motion') ? { ...measured(query), matches: true } : measured(query);
}
