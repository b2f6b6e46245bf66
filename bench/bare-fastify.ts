import fastify from 'fastify';

/* The yardstick: a bare Fastify that reads the same body and says it back. */

const server = fastify();
server.post('/echo', (request) => request.body);
const url = await server.listen({ host: '127.0.0.1', port: 0 });
process.on('disconnect', () => process.exit());
process.send?.([Number(new URL(url).port)]);
