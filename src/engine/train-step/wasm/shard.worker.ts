import type { ShardRequest } from './shard-messages';
import { ShardServer } from './shard-server';

const server = new ShardServer((answer, transfer) => self.postMessage(answer, { transfer }));
self.onmessage = ({ data }: MessageEvent<ShardRequest>) => server.handle(data);
