import { expect } from '@playwright/test';
import { DIGIT_STROKES } from '../fixtures/digit-strokes';
import type { Driver, Moment, Place } from './driver';
import { type Found, lookFor } from './in-page';

/** Size and place of a drawn digit, shares of the canvas' side. */
const SIZE = 0.68;
const CORNER = { x: 0.13, y: 0.18 };
/** Pixels between two moves of the mouse. */
const MOVE_LENGTH = 16;

/** What a person does with the page, in any of the browsers. */
export class Visitor {
  constructor(readonly driver: Driver) {}

  private call<Args extends readonly unknown[], T>(
    run: (...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    return this.driver.value(`(${run.toString()})(...${JSON.stringify(args)})`) as Promise<Awaited<T>>;
  }

  find(role: string, name: string): Promise<Found | null> {
    return this.call(lookFor, role, name, false);
  }

  /** Text of what has a role and a name, '' where it is not there. */
  async text(role: string, name: string): Promise<string> {
    return (await this.find(role, name))?.text ?? '';
  }

  /** Waits until what has a role and a name says something. @returns all that it says */
  async reads(role: string, name: string, wanted: RegExp): Promise<string> {
    await expect.poll(() => this.text(role, name), { message: `${role} '${name}'` }).toMatch(wanted);
    return this.text(role, name);
  }

  /** Waits until it can be pressed, then presses it by the mouse. */
  async press(role: string, name: string): Promise<void> {
    await this.driver.mouse(clickOn(await this.inReach(role, name)));
  }

  /** Waits until it is in sight, nothing lies over it, and it is not disabled. */
  private async inReach(role: string, name: string): Promise<Found> {
    const seen: Found[] = [];
    const look = async () => {
      const found = await this.call(lookFor, role, name, true);
      if (found?.isEnabled) seen.push(found);
      return seen.length;
    };
    await expect.poll(look, { message: `${role} '${name}' can be reached` }).toBeGreaterThan(0);
    return seen.at(-1) as Found;
  }

  async enabled(role: string, name: string): Promise<void> {
    await expect
      .poll(async () => (await this.find(role, name))?.isEnabled, {
        message: `${role} '${name}' can be pressed`,
      })
      .toBe(true);
  }

  /** Draws a digit with the mouse. */
  async draw(digit: number): Promise<void> {
    const canvas = await this.inReach('img', 'Drawing canvas');
    const moments = (DIGIT_STROKES[digit] ?? []).flatMap((stroke) => {
      const points = stroke.map(([x, y]) => ({
        x: canvas.left + canvas.width * (CORNER.x + SIZE * x),
        y: canvas.top + canvas.height * (CORNER.y + SIZE * y),
      }));
      return strokeMoments(points);
    });
    await this.driver.mouse(moments);
  }

  /** Waits until a selector finds something. */
  async shows(selector: string): Promise<void> {
    const count = () => this.call((css: string) => document.querySelectorAll(css).length, selector);
    await expect.poll(count, { message: `${selector} is there` }).toBeGreaterThan(0);
  }
}

function clickOn({ left, top, width, height }: Found): (Place & { moment: Moment })[] {
  const place = { x: left + width / 2, y: top + height / 2 };
  return [
    { moment: 'down', ...place },
    { moment: 'up', ...place },
  ];
}

function strokeMoments(points: readonly Place[]): (Place & { moment: Moment })[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const moves = points.slice(1).flatMap((to, i) => {
    const from = points[i] ?? to;
    const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / MOVE_LENGTH);
    return Array.from({ length: count }, (_, move) => {
      const t = (move + 1) / count;
      return { moment: 'move' as const, x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
    });
  });
  return [{ moment: 'down', ...first }, ...moves, { moment: 'up', ...last }];
}
