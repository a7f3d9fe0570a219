import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { define } from '@caas/base/define.js';
import { Localize } from '@caas/base/localize.js';
import { baseMessages } from '@caas/base/messages.js';
import { readOnlyText } from '@caas/base/read-only.js';

class Reader extends LitElement {
  readonly base = new Localize(this, baseMessages, () => ({ locale: 'en' }));
  override render(): TemplateResult {
    return html``;
  }
}
define('test-reader', Reader);

describe('why there are no actions', () => {
  it('is said to those who may look, and not to those who are refused even that', async () => {
    const { base } = await fixture<Reader>(html`<test-reader></test-reader>`);
    const said = (role: 'viewer' | null, ...permissions: ('api-keys:read' | 'usage:read')[]) =>
      readOnlyText(base, role, 'api-keys:write', 'API keys', permissions);
    expect(said(null, 'api-keys:read')).to.equal('This page may show API keys, not change them.');
    expect(said('viewer', 'api-keys:read')).to.contain('API keys');
    expect(said(null, 'usage:read')).to.equal(null);
    expect(said('viewer')).to.equal(null);
  });
});
