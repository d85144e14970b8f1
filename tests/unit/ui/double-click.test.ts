import { describe, expect, it } from 'vitest';
import { isRestOfDoubleClick } from '../../../src/ui/double-click';

describe('isRestOfDoubleClick', () => {
  it('is so for the second click in a row just after the button has changed', () => {
    expect(isRestOfDoubleClick({ detail: 2, timeStamp: 1150 }, 1030)).toBe(true);
    expect(isRestOfDoubleClick({ detail: 3, timeStamp: 1300 }, 1030)).toBe(true);
  });

  it('is not so for a click of its own, however soon it comes', () => {
    expect(isRestOfDoubleClick({ detail: 1, timeStamp: 1031 }, 1030)).toBe(false);
  });

  it('is not so for a key or a program, which count no clicks', () => {
    expect(isRestOfDoubleClick({ detail: 0, timeStamp: 1031 }, 1030)).toBe(false);
  });

  it('is not so for somebody who goes on clicking at a button that has long changed', () => {
    expect(isRestOfDoubleClick({ detail: 5, timeStamp: 1530 }, 1030)).toBe(false);
  });
});
