let width = 1280;

/** The screen of a phone, until the test ends. */
export function narrowScreen(): void {
  width = 390;
}

export function resetScreen(): void {
  width = 1280;
}

/** Enough of matchMedia for widths; everything else does not match. */
export function matchMedia(query: string): MediaQueryList {
  const least = /min-width:\s*([\d.]+)em/.exec(query);
  return {
    matches: least ? width >= Number(least[1]) * 16 : false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  };
}
