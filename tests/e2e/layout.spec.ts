import { expect, test } from './test';

for (const width of [1440, 1024, 390]) {
  test(`fits ${width} pixels without scrolling sideways`, async ({ lab, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await lab.openWithOwnFiles('?backend=wasm');
    for (const place of await lab.places()) {
      await lab.showPlace(place);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth, `page width at '${place}'`).toBeLessThanOrEqual(clientWidth);
    }
  });
}
