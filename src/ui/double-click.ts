/** As long as the platforms let pass between the clicks of a double click, unless told otherwise; milliseconds. */
const DOUBLE_CLICK = 500;

/**
 * Whether a click is the rest of a double click on a button that means something else since its first half. A key and a
 * program count no clicks, and who waits for the new name before clicking starts to count anew.
 * @param click - `detail` counts the clicks in a row, `timeStamp` is in milliseconds
 * @param changed - when the button got its meaning, or was pressed last; on the same clock
 */
export function isRestOfDoubleClick(click: Pick<UIEvent, 'detail' | 'timeStamp'>, changed: number): boolean {
  return click.detail >= 2 && click.timeStamp - changed < DOUBLE_CLICK;
}
