import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { results } from './places';

export type Scheme = 'light' | 'dark';

/**
 * Looks at a page as it stands, in light and in dark: a picture of each for people, axe for the rest, and nothing may
 * stick out at the side.
 */
export async function look(page: Page, name: string, schemes: Scheme[] = ['light', 'dark']): Promise<void> {
  const [wide, room, tall] = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth, window.innerWidth, scrollHeight] as const;
  });
  expect(wide, `${page.url()} sticks out of the screen`).toBeLessThanOrEqual(room);
  // As tall as the page, so that bars stand at its end instead of across its middle.
  const screen = page.viewportSize();
  if (screen && tall > screen.height) await page.setViewportSize({ width: screen.width, height: tall });
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${name}-${colorScheme}`);
    // Whatever isn't a matter of colour is the same in the dark.
    await accessible(page, colorScheme, colorScheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : undefined);
  }
  await page.emulateMedia({ colorScheme: null });
  if (screen) await page.setViewportSize(screen);
}

/** A full-page screenshot, kept as `results/<database>/pages/<name>-<project>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = `${results}/pages/${name}-${test.info().project.name}.png`;
  await page.screenshot({ path, fullPage: true, animations: 'disabled', scale: 'css' });
}

/** No serious or critical finding of axe; `where` tells the state in the message. */
export async function accessible(page: Page, where = '', rules?: string[]): Promise<void> {
  // Frames hold mails, which run no scripts: axe could not answer from there.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ iframes: false });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `    ${html}`).join('\n')}`);
  expect(serious.join('\n'), `axe on ${page.url()} ${where}`).toBe('');
}
