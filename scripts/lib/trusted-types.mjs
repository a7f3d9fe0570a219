// A Vite plugin for the script-tag build: Lit's Trusted Types policy is renamed, so that it never meets a policy `lit-html`
// of the host page. It fails the build when Lit's source no longer looks as expected.
const POLICY = /createPolicy\(\s*(["'`])lit-html\1/;

/** @returns {import('vite').Plugin} */
export function renameTrustedTypesPolicy(name) {
  let renamed = false;
  return {
    name: 'caas:trusted-types',
    enforce: 'pre',
    buildStart() {
      renamed = false;
    },
    transform: {
      filter: { id: /lit-html\/(development\/)?lit-html\.js$/ },
      handler(code) {
        if (!POLICY.test(code)) return null;
        renamed = true;
        return { code: code.replace(POLICY, `createPolicy(${JSON.stringify(name)}`), map: null };
      },
    },
    buildEnd(error) {
      if (!error && !renamed) this.error('Lit no longer creates a policy named "lit-html" the way this plugin knows.');
    },
  };
}
