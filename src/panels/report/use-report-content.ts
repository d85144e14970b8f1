import { useTranslation } from 'react-i18next';
import { conclusions } from '../../metrics/conclusions/conclusions';
import { wilson } from '../../metrics/interval';
import { report } from '../../metrics/report';
import { addressFromSettings } from '../../model/address';
import { formatNetwork } from '../../model/notation';
import { type SettingName, type Settings, trainedNetwork } from '../../model/settings';
import { isHeeded } from '../../model/settings-difference';
import { planOf } from '../../model/shapes';
import { curvesOf } from '../../state/history/run-curves';
import { shownPart, shownReadings } from '../../state/inspection/inspection-selectors';
import { formatCount, formatNumber, formatShare } from '../../ui/format';
import { figureTexts } from '../shared/figure-text';
import { layerName } from '../shared/layer-name';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import { useFacts } from '../shared/use-facts';
import { useLab } from '../shared/use-lab';
import { useSettingWords } from '../shared/use-setting-text';
import { curvesSvg } from './curves-svg';
import type { ErrorPicture } from './error-pictures';
import type { ReportContent } from './report-html';

/** Everything of a report but the pictures, in words; put together when it is asked for. */
export function useReportContent(): (pictures: readonly ErrorPicture[]) => ReportContent {
  const { t: tLab, i18n } = useTranslation();
  const { t } = useTranslation('translation', { keyPrefix: 'panels.report' });
  const { language } = i18n;
  const words = useSettingWords();
  const names = useClassNames();
  const wording = useClassWording();
  const run = useLab((state) => state.run);
  const settings = useLab((state) => state.built ?? state.settings);
  const readings = useLab(shownReadings);
  const part = useLab(shownPart);
  const pretrained = useLab((state) => state.pretrained !== undefined);
  const { facts } = useFacts();
  const share = (value: number, digits = 2) => formatShare(value, language, digits);
  const partName = tLab(`parts.options.${part}`);

  return (pictures) => ({
    language,
    title: t('title', { network: formatNetwork(settings.network) }),
    about: [
      t('made', { date: new Date().toLocaleString(language) }),
      ...(pretrained ? [t('pretrained')] : []),
    ],
    link: {
      text: t('link'),
      address: `${window.location.origin}${window.location.pathname}?${addressFromSettings(settings)}`,
    },
    result: result(),
    configuration: {
      title: t('configuration'),
      rows: heeded(settings).map((name) => [words.name(name), words.value(name, settings)]),
    },
    layers: layers(),
    curves: curves(),
    key: { training: t('training'), validation: t('validation') },
    matrix: readings && {
      title: tLab('panels.confusion-matrix.title'),
      note: t('matrixNote', { part: partName }),
      counts: readings.evaluation.confusion,
      names,
    },
    scores: scores(),
    errors: readings && {
      title: t('errors', { part: partName }),
      pictures: pictures.map(({ address, truth, predicted, probability }) => ({
        address,
        text: t('error', { truth: names[truth], predicted: names[predicted], share: share(probability, 1) }),
      })),
    },
    conclusions: { title: tLab('panels.conclusions.title'), sentences: sentences() },
  });

  function result(): ReportContent['result'] {
    const evaluation = readings?.evaluation ?? (part === 'test' ? run.test : undefined);
    if (!evaluation) return undefined;
    const { images, accuracy, loss } = evaluation;
    const interval = wilson(Math.round(accuracy * images), images);
    return {
      title: t('result', { part: partName }),
      figure: share(accuracy),
      lines: [
        ...(interval ? [t('interval', { low: share(interval.low), high: share(interval.high) })] : []),
        t('loss', { loss: formatNumber(loss, language, 4), images: formatCount(images, language) }),
        ...(run.progress
          ? [
              t('time', {
                count: run.validation.length,
                epochs: run.validation.length,
                seconds: formatNumber(run.progress.seconds, language, 1),
              }),
            ]
          : []),
      ],
    };
  }

  function layers(): ReportContent['layers'] {
    const plan = planOf(trainedNetwork(settings));
    return {
      title: t('layers', { count: formatCount(plan.parameters, language) }),
      head: [t('layer'), t('output'), t('parameters')],
      rows: plan.layers.map(({ layer, output, parameters }) => [
        layerName(layer, tLab),
        output.join('×'),
        formatCount(parameters, language),
      ]),
    };
  }

  function curves(): ReportContent['curves'] {
    if (run.batches.length === 0) return [];
    const { trainingLoss, validationLoss, validationAccuracy } = curvesOf(run);
    const epochs = Math.max(run.validation.length, trainingLoss.at(-1)?.epoch ?? 1);
    const common = { epochs, epoch: t('epoch') };
    const ends = (values: readonly number[]) => values.map((value, i) => [i + 1, value] as const);
    const training = trainingLoss.map(({ epoch, value }) => [epoch, value] as const);
    const loss = {
      training,
      validation: ends(validationLoss),
      number: (value: number) => formatNumber(value, language, 2),
    };
    const accuracy = {
      training: [],
      validation: ends(validationAccuracy),
      number: (value: number) => share(value, 1),
    };
    return [
      { title: t('lossCurve'), svg: curvesSvg({ ...common, ...loss, label: t('lossCurve') }) },
      // One point is no curve, and stands above as the result.
      ...(validationAccuracy.length > 1
        ? [
            {
              title: t('accuracyCurve'),
              svg: curvesSvg({ ...common, ...accuracy, label: t('accuracyCurve') }),
            },
          ]
        : []),
    ];
  }

  function scores(): ReportContent['scores'] {
    if (!readings) return undefined;
    const found = report(readings.evaluation.confusion);
    const percent = (value: number) => formatNumber(100 * value, language, 1);
    const columns = ['precision', 'recall', 'f1', 'support'] as const;
    return {
      title: tLab('panels.classification-report.title'),
      head: [
        tLab('panels.classification-report.digit', wording),
        ...columns.map((column) => tLab(`panels.classification-report.columns.${column}`)),
      ],
      rows: [
        ...found.digits.map(({ digit, precision, recall, f1, support }) => [
          names[digit] ?? '',
          ...[precision, recall, f1].map(percent),
          formatCount(support, language),
        ]),
        ...(['macro', 'weighted'] as const).map((mean) => [
          tLab(`panels.classification-report.${mean}`),
          ...[found[mean].precision, found[mean].recall, found[mean].f1].map(percent),
          formatCount(found.images, language),
        ]),
      ],
    };
  }

  function sentences(): string[] {
    return conclusions(facts).map(({ code, figures }) => {
      // People count layers from 1.
      const counted = 'layer' in figures ? { ...figures, layer: figures.layer + 1 } : figures;
      const texts = { ...figureTexts(counted, language, names), ...(wording as object) };
      // Its words lead somewhere in the page; here they are words.
      return String(tLab(`panels.conclusions.findings.${code}`, texts as never)).replace(/<\/?[\w-]+>/g, '');
    });
  }
}

/** What the run depends on, but for the network, which has a table of its own. */
const heeded = (settings: Settings): SettingName[] =>
  (Object.keys(settings) as SettingName[]).filter((name) => name !== 'network' && isHeeded(name, settings));
