import type { Page } from '@playwright/test';
import { expect, test } from './test';

/** Pastes a photo of a 7 in ink on paper that is darker on one side. */
const pastePhoto = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const canvas = new OffscreenCanvas(450, 600);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    const light = context.createLinearGradient(0, 0, 450, 600);
    light.addColorStop(0, '#f4f1e8');
    light.addColorStop(1, '#8f8b80');
    context.fillStyle = light;
    context.fillRect(0, 0, 450, 600);
    context.strokeStyle = '#22305a';
    context.lineWidth = 11;
    context.lineCap = 'round';
    context.stroke(new Path2D('M 140 180 L 300 170 L 210 420'));
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob], 'seven.jpg', { type: blob.type }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });

test('reads a photo of a digit that is pasted', async ({ lab, page }) => {
  await lab.openWithoutData('?backend=wasm&dataset=files');
  await pastePhoto(page);
  await expect(lab.prediction).toContainText(/^\s*7\D+[\d.]+\s%/);
  await expect(page.getByRole('img', { name: 'Image the network sees' })).toBeVisible();
});
