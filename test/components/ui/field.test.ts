import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/ui/caas-field.js';
import '@caas/ui/caas-select.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import {
  accessible,
  allByRole,
  byName,
  byRole,
  mount,
  mountOne,
  press,
  record,
  settle,
  textOf,
  type,
} from '../../support/ui.js';

describe('caas-field', () => {
  it('names its input and describes it, in each state, light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const root = await mount(
        html`<caas-field label="Name" hint="Where the key is used." value="ETL"></caas-field>
          <caas-field label="Address" error="Enter an address like 203.0.113.7." value="203.0.113" mono></caas-field>
          <caas-field label="Note" optional type="textarea"></caas-field
          ><caas-field label="Id" disabled value="k1"></caas-field>
          <caas-field label="Search" label-hidden type="search"></caas-field>`,
        { theme },
      );
      expect(byRole(root, 'textbox', 'Name').getAttribute('aria-describedby')).to.be.a('string');
      expect(byRole(root, 'textbox', 'Address').ariaInvalid).to.equal('true');
      expect(byName(root, 'Note (optional)').tagName).to.equal('TEXTAREA');
      await accessible(root);
    }
  });

  it('takes part in a form: value, reset, validity, disabled', async () => {
    const root = await mount(
      html`<form><caas-field name="name" label="Name" value="First" required></caas-field></form>`,
    );
    const form = root.querySelector('form') as HTMLFormElement;
    const element = root.querySelector('caas-field') as HTMLElementTagNameMap['caas-field'];
    const events = record(element, 'input', 'change');
    await type(byRole(root, 'textbox', 'Name'), 'Other');
    await press('Tab');
    expect(new FormData(form).get('name')).to.equal('Other');
    expect(events.map((event) => event.type)).to.include.members(['input', 'change']);
    form.reset();
    await settle(root);
    expect(element.value).to.equal('First');
    element.value = '';
    await settle(root);
    expect(form.checkValidity()).to.equal(false);
    element.value = 'Good';
    element.error = 'This name is taken.';
    await settle(root);
    expect(element.validationMessage).to.equal('This name is taken.');
  });

  it('keeps what was set before the upgrade and renders after moving', async () => {
    const element = document.createElement('caas-field');
    element.value = 'Early';
    element.label = 'Name';
    const root = await mount(html`${element}`);
    expect((byRole(root, 'textbox', 'Name') as HTMLInputElement).value).to.equal('Early');
    element.remove();
    root.append(element);
    await settle(root);
    expect(byRole(root, 'textbox', 'Name')).to.exist;
  });
});

describe('field()', () => {
  it('stands in the caller’s own root and shows and hides a password', async () => {
    const root = await mount(
      html`<style>
          ${fieldStyles}</style
        >${field({ type: 'password', name: 'password', label: 'Password', value: 'secret', autocomplete: 'current-password' })}`,
    );
    const input = byRole(root, 'textbox', 'Password') as HTMLInputElement;
    expect(input.getRootNode()).to.equal(document);
    expect(input.autocomplete).to.equal('current-password');
    const reveal = byRole(root, 'button', 'Show password');
    expect(input.type).to.equal('password');
    reveal.focus();
    await press('Space');
    expect(input.type).to.equal('text');
    expect(reveal.ariaPressed).to.equal('true');
    await press('Space');
    expect(input.type).to.equal('password');
    await accessible(root);
  });

  it('tells when Caps Lock is on', async () => {
    const root = await mount(html`${field({ type: 'password', name: 'p', label: 'Password', value: '' })}`);
    const input = byRole(root, 'textbox', 'Password');
    expect(textOf(root)).not.to.contain('Caps Lock');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true }));
    expect(textOf(root)).to.contain('Caps Lock is on.');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(textOf(root)).not.to.contain('Caps Lock');
  });
});

describe('caas-select', () => {
  const options = [
    { value: '30', label: 'In 30 days' },
    { value: '90', label: 'In 90 days' },
    { value: 'never', label: 'Never', disabled: true },
  ];

  it('shows the chosen option and sends the next one', async () => {
    const root = await mount(
      html`<form>
        <caas-select
          name="expiry"
          label="Expires"
          value="90"
          .options=${options}
          hint="Shorter is safer."
        ></caas-select>
      </form>`,
    );
    const element = root.querySelector('caas-select') as HTMLElementTagNameMap['caas-select'];
    const control = byRole(root, 'combobox', 'Expires') as HTMLSelectElement;
    expect(control.value).to.equal('90');
    const changes = record(element, 'change');
    control.focus();
    await press('ArrowUp');
    expect(changes).to.have.length(1);
    expect(new FormData(root.querySelector('form') as HTMLFormElement).get('expiry')).to.equal('30');
    await accessible(root);
  });

  it('follows its property', async () => {
    const element = await mountOne(
      'caas-select',
      html`<caas-select label="Expires" value="30" .options=${options}></caas-select>`,
    );
    element.value = '90';
    await settle(element);
    expect((allByRole(element, 'combobox')[0] as HTMLSelectElement).value).to.equal('90');
  });
});

describe('texts of the kit', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('follow the locale of the page, also in template functions', async () => {
    document.documentElement.lang = 'de';
    const root = await mount(html`<caas-field label="Passwort" type="password" optional></caas-field>`);
    await waitUntil(() => textOf(root).includes('freiwillig'));
    expect(byRole(root, 'button', 'Passwort anzeigen')).to.exist;
  });

  it('run from right to left in the pseudo-locale without breaking', async () => {
    document.documentElement.lang = 'ar-XB';
    const root = await mount(html`<caas-field label="Name" optional></caas-field>`, { dir: 'rtl', width: 320 });
    await waitUntil(() => textOf(root).includes('·'));
    expect(root.scrollWidth).to.equal(320);
    await accessible(root);
  });
});
