import { describe, expect, it } from 'vitest';
import { RunMeter } from '../../../../src/engine/run/run-meter';

function meter() {
  const clock = { ms: 0 };
  const size = { epochs: 2, trainingImages: 900, validationImages: 300, testImages: 600 };
  return { clock, meter: new RunMeter(size, () => clock.ms) };
}

describe('RunMeter', () => {
  it('is at the end when all images are trained and evaluated', () => {
    const { meter: m } = meter();
    m.resume();
    m.trainingFromNow();
    m.trained(1800);
    m.evaluatedMore(1200);
    expect(m.progress(2).done).toBeCloseTo(1, 10);
  });

  it('measures the speed of training, not of pauses and evaluations', () => {
    const { clock, meter: m } = meter();
    m.resume();
    m.trainingFromNow();
    for (let batch = 0; batch < 4; batch++) {
      clock.ms += 100;
      m.trained(100);
    }
    clock.ms += 5000;
    m.evaluatedMore(300);
    m.pause();
    clock.ms += 60_000;
    m.resume();
    m.trainingFromNow();
    clock.ms += 100;
    m.trained(100);
    expect(m.progress(2).imagesPerSecond).toBeCloseTo(1000, 6);
  });

  it('foretells the time left from the work done, leaving out pauses', () => {
    const { clock, meter: m } = meter();
    m.resume();
    m.trainingFromNow();
    clock.ms += 1000;
    m.trained(900);
    m.pause();
    clock.ms += 10_000;
    m.resume();
    // 900 of 1,800 + (600 + 600) / 3 = 2,200 images' worth of work took one second.
    expect(m.progress(1).secondsLeft).toBeCloseTo(1300 / 900, 6);
  });

  it('says nothing about speed before there is anything to measure', () => {
    const { meter: m } = meter();
    m.resume();
    expect(m.progress(1).imagesPerSecond).toBeUndefined();
    expect(m.progress(1).secondsLeft).toBeUndefined();
  });
});
