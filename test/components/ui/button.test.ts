import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '@caas/ui/caas-button.js';
import { accessible, byRole, click, focused, mount, mountOne, press, record, settle } from '../../support/ui.js';

describe('caas-button', () => {
  it('is a named button in each look, light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const root = await mount(
        html`<caas-button variant="primary">Create key</caas-button><caas-button>Rotate</caas-button
          ><caas-button variant="ghost">Cancel</caas-button> <caas-button variant="danger">Delete key</caas-button
          ><caas-button busy>Save</caas-button><caas-button disabled>Send</caas-button>`,
        { theme },
      );
      expect(byRole(root, 'button', 'Create key').tagName).to.equal('BUTTON');
      await accessible(root);
    }
  });

  it('works by keyboard and fires one click', async () => {
    const element = await mountOne('caas-button', html`<caas-button>Rotate</caas-button>`);
    const clicks = record(element, 'click');
    element.focus();
    expect(focused()).to.equal(byRole(element, 'button'));
    await press('Enter', 'Space');
    expect(clicks).to.have.length(2);
  });

  it('keeps its width while busy and ignores clicks', async () => {
    for (const size of ['sm', 'md', 'lg'] as const) {
      const element = await mountOne(
        'caas-button',
        html`<caas-button size=${size} variant="primary">Create key</caas-button>`,
      );
      const { width } = element.getBoundingClientRect();
      const clicks = record(element, 'click');
      element.busy = true;
      await settle(element);
      expect(element.getBoundingClientRect().width).to.be.closeTo(width, 0.5);
      await click(byRole(element, 'button', 'Create key'));
      element.click();
      expect(clicks).to.have.length(0);
      expect(byRole(element, 'button').ariaDisabled).to.equal('true');
    }
  });

  it('submits the form around it by click and by Enter in a field, once', async () => {
    const root = await mount(
      html`<form>
        <label>Name <input name="name" /></label><label>Note <input name="note" /></label
        ><caas-button type="submit">Save</caas-button>
      </form>`,
    );
    const form = root.querySelector('form') as HTMLFormElement;
    const submits = record(form, 'submit');
    form.addEventListener('submit', (event) => event.preventDefault());
    await click(byRole(root, 'button', 'Save'));
    expect(submits).to.have.length(1);
    byRole(root, 'textbox', 'Name').focus();
    await press('Enter');
    expect(submits).to.have.length(2);
  });

  it('does nothing while disabled, also by a fieldset', async () => {
    const root = await mount(
      html`<form>
        <fieldset disabled><caas-button type="submit">Save</caas-button></fieldset>
      </form>`,
    );
    const submits = record(root.querySelector('form') as HTMLFormElement, 'submit');
    root.querySelector('caas-button')?.click();
    expect(submits).to.have.length(0);
    expect((byRole(root, 'button') as HTMLButtonElement).disabled).to.equal(true);
  });

  it('is a link with href', async () => {
    const element = await mountOne('caas-button', html`<caas-button href="#docs">Read the docs</caas-button>`);
    expect(byRole(element, 'link', 'Read the docs').getAttribute('href')).to.equal('#docs');
    await accessible(element);
  });
});
