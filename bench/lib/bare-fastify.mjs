// The measure of all servers: Fastify with one route and nothing else.
import fastify from 'fastify';

const app = fastify();
app.get('/', async () => ({ hello: 'world' }));
const url = await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.(url);
