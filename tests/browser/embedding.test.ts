import { afterEach, describe, expect, test, vi } from 'vitest';
import { type EmbeddingRequest, embed } from '../../src/engine/inspect/projection/embedding';
import { startEmbedding } from '../../src/engine/inspect/projection/start-embedding';
import { RandomStream } from '../../src/model/random';

function request(method: EmbeddingRequest['method']): EmbeddingRequest {
  const random = new RandomStream(1, 'shuffle');
  return { method, width: 12, features: Float32Array.from({ length: 12 * 80 }, () => random.normal()) };
}

afterEach(() => vi.unstubAllGlobals());

describe('an embedding in a worker of its own', () => {
  test.each(['pca', 'umap'] as const)('gives by %s what it gives on this thread', async (method) => {
    expect(await startEmbedding(request(method)).result).toEqual(embed(request(method)));
  });

  test('ends its worker when it is done, and when it is cancelled', async () => {
    const terminate = vi.spyOn(Worker.prototype, 'terminate');
    await startEmbedding(request('pca')).result;
    await vi.waitFor(() => expect(terminate).toHaveBeenCalledTimes(1));
    startEmbedding(request('umap')).cancel();
    expect(terminate).toHaveBeenCalledTimes(2);
    terminate.mockRestore();
  });

  test('fails when its worker can’t be loaded', async () => {
    const RealWorker = Worker;
    const broken = URL.createObjectURL(new Blob(['throw new Error("no such program")']));
    vi.stubGlobal('Worker', function substitute() {
      return new RealWorker(broken);
    });
    await expect(startEmbedding(request('pca')).result).rejects.toThrow('no such program');
  });

  test('is given up, and its worker ended, when it says nothing for too long', async () => {
    const RealWorker = Worker;
    const silent = URL.createObjectURL(new Blob(['for (;;);']));
    vi.stubGlobal('Worker', function substitute() {
      return new RealWorker(silent);
    });
    const terminate = vi.spyOn(RealWorker.prototype, 'terminate');
    await expect(startEmbedding(request('pca'), 100).result).rejects.toThrow('does not answer');
    await vi.waitFor(() => expect(terminate).toHaveBeenCalledTimes(1));
    terminate.mockRestore();
  });
});
