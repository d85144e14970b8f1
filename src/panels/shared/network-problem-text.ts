import type { TFunction } from 'i18next';
import type { NotationProblem } from '../../model/notation';
import type { SettingsProblem } from '../../model/settings-problem';
import { formatCount } from '../../ui/format';

/** Why a network can't be built or trained, in a sentence or two. @param t - of the root */
export function networkProblemText(
  problem: SettingsProblem | NotationProblem,
  t: TFunction,
  language: string,
): string {
  const facts = Object.entries(problem).map(([name, fact]) => [
    name,
    typeof fact === 'number' ? formatCount(fact, language) : fact,
  ]);
  const place = 'layer' in problem ? { number: problem.layer + 1 } : {};
  const type = 'type' in problem ? { type: t(`panels.network.types.${problem.type}`) } : {};
  const field = 'field' in problem ? { field: t(`panels.network.short.${problem.field}`) } : {};
  return String(
    t(`panels.network.problems.${problem.code}`, {
      ...Object.fromEntries(facts),
      ...place,
      ...type,
      ...field,
    } as never),
  );
}
