/** What the tests use of selenium-webdriver, which comes without types. */
declare module 'selenium-webdriver' {
  interface Actions {
    move(to: { x: number; y: number; origin: string; duration: number }): Actions;
    press(): Actions;
    release(): Actions;
    perform(): Promise<void>;
  }
  interface Rect {
    x: number;
    y: number;
    width: number;
    height: number;
  }
  export interface WebDriver {
    get(address: string): Promise<void>;
    navigate(): { refresh(): Promise<void> };
    executeScript<T>(script: string): Promise<T>;
    actions(options: { async: boolean }): Actions;
    findElement(by: unknown): { sendKeys(keys: string): Promise<void> };
    takeScreenshot(): Promise<string>;
    getCapabilities(): Promise<Capabilities>;
    manage(): { window(): { setRect(rect: Rect): Promise<void> } };
    quit(): Promise<void>;
  }
  export class Capabilities {
    constructor(of: Record<string, unknown>);
    get(name: string): unknown;
  }
  export class Builder {
    usingServer(url: string): Builder;
    withCapabilities(capabilities: Capabilities): Builder;
    build(): Promise<WebDriver>;
  }
  export const By: { css(selector: string): unknown };
  export const Origin: { readonly VIEWPORT: string };
}
