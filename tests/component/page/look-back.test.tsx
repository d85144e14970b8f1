import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Header } from '../../../src/page/Header';
import { LookBackBar } from '../../../src/page/LookBackBar';
import { FineTune } from '../../../src/panels/own-digits/FineTune';
import { PartField } from '../../../src/panels/shared/part-field';
import type { PastMoment } from '../../../src/protocol/history';
import { type FakeLab, fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

const world = await smallWorld();
const bar = page.getByRole('region', { name: 'Looking back' });
const slider = bar.getByRole('slider', { name: 'Epoch' });
const button = (name: string) => bar.getByRole('button', { name, exact: true });

let lab: FakeLab;
let version = 100;
/** The engine brings back whatever is asked for. */
const tell = (at: PastMoment | undefined) => {
  version += 1;
  const { settings } = world;
  lab.emit({ type: 'looked-back', at, settings, trainedBatches: 4, weightsVersion: version });
};

beforeEach(async () => {
  await page.viewport(1200, 700);
  lab = fakeLab(world);
  lab.commands.lookBack.mockImplementation(async (moment) => tell(moment));
  lab.commands.lookAtPresent.mockImplementation(async () => {
    tell(undefined);
    return undefined;
  });
  await renderLab(
    lab,
    <main tabIndex={-1}>
      <Header />
      <LookBackBar />
      <PartField />
      <FineTune />
    </main>,
  );
  lab.trained();
  lab.emit({ type: 'kept-epochs', kept: { budgetBytes: 100, bytes: 50, runs: { a: [0, 1, 2] } } });
});

test('goes through the epochs of a run and back to the present', async () => {
  await expect.element(bar).not.toBeInTheDocument();
  lab.actions.lookBack({ run: 'a', epoch: 2 });
  await expect.element(bar.getByRole('status')).toHaveTextContent('Run 1 as it was after epoch 2 of 2');
  await expect.element(page.getByText('Run 1, epoch 2', { exact: true })).toBeVisible();
  await expect.element(button('Next epoch')).toHaveAttribute('aria-disabled', 'true');
  await button('Previous epoch').click();
  await expect.element(bar.getByRole('status')).toHaveTextContent('after epoch 1 of 2');
  await button('First epoch').click();
  await expect.element(bar.getByRole('status')).toHaveTextContent('before its first batch');
  await expect.element(button('First epoch')).toHaveAttribute('aria-disabled', 'true');
  await button('Last epoch').click();
  await expect.element(slider).toHaveValue('2');
  await button('Back to the present').click();
  await expect.element(bar).not.toBeInTheDocument();
  expect(document.activeElement?.tagName).toBe('MAIN');
  expect(lab.commands.lookAtPresent).toHaveBeenCalledOnce();
});

test('follows the slider by the keyboard, which stays where the hand is while epochs come late', async () => {
  lab.actions.lookBack({ run: 'a', epoch: 2 });
  let come: () => void = () => undefined;
  lab.commands.lookBack.mockImplementation(async (moment) => {
    await new Promise<void>((resolve) => {
      come = resolve;
    });
    tell(moment);
  });
  await expect.element(slider).toHaveValue('2');
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.element(slider).toHaveValue('0');
  await expect.element(bar.getByRole('status')).toHaveTextContent('after epoch 2 of 2');
  come();
  await expect.poll(() => lab.commands.lookBack.mock.calls.at(-1)?.[0].epoch).toBe(0);
  come();
  await expect.element(bar.getByRole('status')).toHaveTextContent('before its first batch');
  await expect.element(slider).toHaveValue('0');
});

test('offers no test images of then, and no fine-tuning', async () => {
  lab.actions.lookBack({ run: 'a', epoch: 1 });
  await expect.element(bar).toBeVisible();
  lab.actions.select({ part: 'test' });
  await expect.element(page.getByText('judged by the validation images')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Read them' })).not.toBeInTheDocument();
  await expect.element(page.getByText('Go back to the present first')).toBeVisible();
});

test('is over when a run begins', async () => {
  lab.actions.lookBack({ run: 'a', epoch: 1 });
  await expect.element(bar).toBeVisible();
  lab.training();
  await expect.element(bar).not.toBeInTheDocument();
});
