/** What mails' links and providers' ways back carry after the `#`: never sent to a server, and not for the eyes of a history. */
const SECRETS = ['token', 'mfa_token'];

/** Takes the secrets out of the address, at once and for good. Empty where there are none. */
export function takeLinkSecrets(): URLSearchParams {
  const given = new URLSearchParams(location.hash.slice(1));
  if (!SECRETS.some((name) => given.has(name))) return new URLSearchParams();
  history.replaceState(history.state, '', location.pathname + location.search);
  return given;
}
