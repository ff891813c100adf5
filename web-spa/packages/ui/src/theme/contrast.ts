type Rgb = readonly [number, number, number];

const HEX = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;

export function parseHex(hex: string): Rgb | null {
  const match = HEX.exec(hex);
  if (!match) return null;
  return [1, 2, 3].map((group) => Number.parseInt(match[group] ?? '0', 16)) as unknown as Rgb;
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `into` mixed into `colour`. */
export function mix(colour: string, into: string, share: number): string {
  const [a, b] = [parseHex(colour), parseHex(into)];
  if (!a || !b) return colour;
  return toHex([0, 1, 2].map((i) => (a[i] ?? 0) * (1 - share) + (b[i] ?? 0) * share) as unknown as Rgb);
}

/** Relative luminance after WCAG 2. */
export function luminance(colour: string): number {
  const [r, g, b] = (parseHex(colour) ?? [0, 0, 0]).map((part) => {
    const value = part / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** `colour`, moved towards `towards` only as far as it takes to be readable on every one of `grounds`. */
export function readableOn(colour: string, grounds: string[], towards: string, least = 4.6): string {
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(colour, towards, share);
    if (grounds.every((ground) => contrast(candidate, ground) >= least)) return candidate;
  }
  return towards;
}
