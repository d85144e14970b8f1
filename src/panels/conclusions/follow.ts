import type { Finding } from '../../metrics/conclusions/finding';
import type { LabActions } from '../../state/lab-state';

/** Shows what a finding is about: selects it, and opens the panel that tells more. */
export function follow({ code, select }: Finding, actions: LabActions): void {
  actions.select(select);
  switch (code) {
    case 'confused':
      actions.showCell(select.cell);
      return;
    case 'surest-error':
      actions.open('test-image');
      return;
    case 'quality':
    case 'chance':
    case 'no-errors':
      actions.open('confusion-matrix');
      return;
    case 'scattered':
    case 'overconfident':
    case 'underconfident':
      // They are about all errors, not about those of a cell that was selected before.
      actions.select({ cell: undefined });
      actions.open('misclassified');
      return;
    case 'weakest':
    case 'even':
      actions.open('classification-report');
      return;
    case 'overfitting':
    case 'loss-rises':
    case 'underfitting':
    case 'improving':
    case 'diverged':
    case 'better-than-before':
    case 'worse-than-before':
    case 'same-as-before':
      actions.open('learning-curves');
      return;
    case 'dead-filters':
    case 'dead-units':
      actions.open('activation-maps');
      return;
    default:
      code satisfies never;
  }
}
