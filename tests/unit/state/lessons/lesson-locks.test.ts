import { describe, expect, it } from 'vitest';
import { isCovered } from '../../../../src/state/lessons/lesson-selectors';
import type { NamedLesson } from '../../../../src/state/lessons/open-lesson';
import { LESSON } from '../../../fixtures/lessons';
import { setUp } from '../set-up';

const NAMED: NamedLesson = { lesson: LESSON, code: 'a-lesson' };

function inLesson(lesson: NamedLesson = NAMED) {
  const lab = setUp();
  lab.ready();
  lab.actions.openLesson(lesson);
  return lab;
}

describe('an open lesson', () => {
  it('brings its settings, and data to go with them', () => {
    const { store, commands } = inLesson();
    expect(store.getState().settings).toMatchObject({ trainingImages: 256, epochs: 2, learningRate: 0.001 });
    expect(commands.loadSynthetic).toHaveBeenCalled();
  });

  it('lets nobody change what it sets, by whatever way', () => {
    const { store, actions, commands } = inLesson();
    actions.change({ epochs: 50, seed: 9, learningRate: 0.5 });
    actions.adjust({ dropout: 0.5, learningRate: 0.25 });
    actions.restore({ ...store.getState().settings, batchSize: 7 });
    actions.chooseDataset('mnist');
    actions.previewFiles([]);
    expect(store.getState().settings).toMatchObject({
      ...{ epochs: 2, seed: 1, dropout: 0, batchSize: 32, dataset: 'synthetic', learningRate: 0.25 },
    });
    expect(commands.loadMnist).toHaveBeenCalledTimes(1);
    expect(commands.previewFiles).not.toHaveBeenCalled();
  });

  it('lets a run take on what is open alone', () => {
    const { actions, emit, commands } = inLesson();
    emit({ type: 'phase', phase: 'running' });
    actions.adjust({ learningRate: 0.1, momentum: 0.5 });
    expect(commands.adjust).toHaveBeenLastCalledWith({ learningRate: 0.1 });
  });

  it('loads its own data once more, where they could not be had', () => {
    const lesson = { ...LESSON, configuration: 'dataset=mnist' };
    const { actions, commands } = inLesson({ lesson, code: 'mnist' });
    const before = commands.loadMnist.mock.calls.length;
    actions.chooseDataset('mnist');
    expect(commands.loadMnist).toHaveBeenCalledTimes(before + 1);
  });

  it('opens no panel that it does not offer', () => {
    const { store, actions } = inLesson();
    actions.open('filters');
    actions.open('runs');
    expect(store.getState().panel).toBe('filters');
    actions.goTo({ panel: 'why', selection: store.getState().selection });
    expect(store.getState().panel).toBe('overview');
  });

  it('that names no panels leads neither to other lessons nor to networks of other settings', () => {
    const { panels: _, ...lesson } = LESSON;
    const { store, actions } = inLesson({ lesson, code: 'all-panels' });
    actions.open('why');
    actions.open('library');
    actions.open('lessons');
    expect(store.getState().panel).toBe('why');
  });

  it('covers the results until its question is answered, and remembers the answer for the visit', () => {
    const { store, actions } = inLesson();
    expect(isCovered(store.getState())).toBe(true);
    actions.answerLesson(1);
    expect(isCovered(store.getState())).toBe(false);
    actions.leaveLesson();
    actions.openLesson(NAMED);
    expect(isCovered(store.getState())).toBe(false);
    actions.openLesson({ ...NAMED, code: 'another' });
    expect(isCovered(store.getState())).toBe(true);
  });

  it('gives way to another with other settings, and holds on to nothing when it is left', () => {
    const { store, actions } = inLesson();
    const other = { ...LESSON, configuration: 'preset=tiny&epochs=5' };
    actions.openLesson({ lesson: other, code: 'other' });
    expect(store.getState().settings.epochs).toBe(5);
    actions.leaveLesson();
    actions.change({ epochs: 8 });
    actions.open('runs');
    expect(store.getState()).toMatchObject({ settings: { epochs: 8 }, panel: 'runs', lesson: undefined });
  });
});
