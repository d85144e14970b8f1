// Draws the icons of the installed page from the page's own: node scripts/make-icons.mjs
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { ensureChromium } from './chromium.mjs';

const SIZES = [192, 512];
/** Whoever shows a maskable icon may cut all off that is not in a circle of 80 %: no corners, and some room. */
const MASKABLE = { corner: 0, room: 2.5 };
const PLAIN = { corner: 5, room: 0 };

const icon = await readFile('public/icon.svg', 'utf8');
const browser = await chromium.launch({ executablePath: await ensureChromium() });
for (const [name, { corner, room }] of Object.entries({ icon: PLAIN, maskable: MASKABLE })) {
  const svg = icon
    .replace('rx="5"', `rx="${corner}"`)
    .replace('<path ', `<path transform="translate(${room} ${room}) scale(${(20 - 2 * room) / 20})" `);
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
    await page.screenshot({ path: `public/icons/${name}-${size}.png`, omitBackground: true });
    await page.close();
  }
}
await browser.close();
