// An OpenID provider (oidc-provider) in a process of its own, on a free port of this machine. Prints its address.
// Whoever comes is signed in as the JSON of `login_hint` says: {sub, email, email_verified}.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const people = new Map();
let provider;
const server = createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) return void provider.callback()(request, response);
  void (async () => {
    const { params } = await provider.interactionDetails(request, response);
    const person = JSON.parse(params.login_hint);
    people.set(person.sub, person);
    await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  })();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'console',
      client_secret: 'secret-of-the-console',
      redirect_uris: ['http://127.0.0.1/any'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => people.get(sub) }),
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  cookies: { keys: ['cookies of a test'] },
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});
// The gateways of tests have their ports by chance.
provider.Client.prototype.redirectUriAllowed = () => true;
console.log(issuer);
