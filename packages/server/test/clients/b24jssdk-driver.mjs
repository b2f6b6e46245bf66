import { B24Hook, B24OAuth, ParamsFactory } from '@bitrix24/b24jssdk';

/*
 * Uses the vendor's SDK as a program of its own does, with one client for each webhook or application, and does as its
 * parent says.
 * A process of its own: the SDK insists on https, and which certificates are trusted is decided when Node starts.
 */

const clients = new Map();

function clientOf(webhookUrl, oauth) {
  const key = webhookUrl ?? oauth.secret.clientId;
  const client = clients.get(key) ?? (oauth ? withTokens(oauth) : B24Hook.fromWebhookUrl(webhookUrl));
  client.offClientSideWarning();
  clients.set(key, client);
  return client;
}

/** Renewed tokens are told to the parent, as a program would keep them. */
function withTokens({ tokens, secret }) {
  const client = new B24OAuth(tokens, secret);
  client.setCallbackRefreshAuth(async ({ b24OAuthParams }) => {
    renewed.push(b24OAuthParams);
  });
  return client;
}

const renewed = [];

const actions = {
  call: async (client, [method, params]) => outcome(await client.actions.v2.call.make({ method, params })),
  batch: async (client, [calls, options]) => outcome(await client.actions.v2.batch.make({ calls, options })),
  batchByChunk: async (client, [calls, options]) =>
    outcome(await client.actions.v2.batchByChunk.make({ calls, options })),
  callList: async (client, [options]) => outcome(await client.actions.v2.callList.make(options)),
  async fetchList(client, [options]) {
    const chunks = [];
    for await (const chunk of client.actions.v2.fetchList.make(options)) chunks.push(chunk);
    return { data: chunks };
  },
  async page(client, [method, params]) {
    const result = await client.actions.v2.call.make({ method, params });
    return { data: { total: result.getTotal(), isMore: result.isMore(), items: result.getData().result } };
  },
  /** As a program that sends more than the SDK advises and tries nothing again. */
  async hasty(client) {
    const rateLimit = { burstLimit: 10_000, drainRate: 10_000, adaptiveEnabled: false };
    await client.setRestrictionManagerParams({ ...ParamsFactory.getRealtime(), rateLimit });
    return { data: true };
  },
  async atOnce(client, [count, method]) {
    await Promise.all(Array.from({ length: count }, () => client.actions.v2.call.make({ method })));
    return { data: count };
  },
  renewed: async () => ({ data: renewed }),
  /** What it knows without calling. */
  portal: async (client) => ({ data: client.getTargetOrigin() }),
  async oldNames(client, [method, params, calls]) {
    const one = await client.callMethod(method, params);
    const batch = await client.callBatch(calls, true);
    return { data: { one: one.getData().result, batch: batch.getData() } };
  },
};

function outcome(result) {
  return { isSuccess: result.isSuccess, data: result.getData(), errors: result.getErrorMessages() };
}

process.on('message', async ({ action, webhookUrl, oauth, args }) => {
  try {
    process.send(await actions[action](clientOf(webhookUrl, oauth), args));
  } catch (error) {
    process.send({ thrown: { code: error.code, status: error.status, message: error.message } });
  }
});
process.on('disconnect', () => process.exit());
process.send('ready');
