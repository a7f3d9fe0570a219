import { expect } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { ApiError } from '@caas/base/errors.js';
import { define } from '@caas/base/define.js';
import { controls } from '@caas/ui/controls.styles.js';
import { field, fieldStyles } from '@caas/ui/field.js';
import { FormController, errorSummary, formAlert } from '@caas/ui/form.controller.js';
import { accessible, allByRole, byRole, click, focused, mount, press, settle, textOf, type } from '../../support/ui.js';

interface Values {
  company: string;
  email: string;
  password: string;
}

class TestForm extends LitElement {
  static override styles = [controls, fieldStyles];

  answer: () => Promise<unknown> = () => Promise.resolve();
  sent: Values[] = [];

  readonly form = new FormController<Values>(this, {
    values: { company: '', email: '', password: '' },
    validate: ({ company, email, password }) => ({
      ...(company.length < 2 && { company: 'Enter at least 2 characters.' }),
      ...(!email.includes('@') && { email: 'Enter an address like ada@example.com.' }),
      ...(password.length < 8 && { password: 'Use at least 8 characters.' }),
    }),
  });

  override render() {
    const { form } = this;
    return html`<form novalidate @submit=${this.submit}>
      ${errorSummary(form)} ${field({ ...form.bind('company'), label: 'Company' })}
      ${field({ ...form.bind('email'), label: 'Email', type: 'email' })}
      ${field({ ...form.bind('password'), label: 'Password', type: 'password' })} ${formAlert(form)}<button
        class="btn primary"
      >
        Create account
      </button>
    </form>`;
  }

  readonly submit = (event?: Event) =>
    this.form.submit((values) => {
      this.sent.push(values);
      return this.answer();
    }, event);
}
define('test-form', TestForm);

async function open(): Promise<{ root: HTMLElement; element: TestForm }> {
  const root = await mount(html`<test-form></test-form>`);
  return { root, element: root.querySelector('test-form') as TestForm };
}

function refusal(errors: { path: string; code: string; message: string }[], detail = 'Not possible.'): ApiError {
  const problem = {
    type: 'about:blank',
    title: 'Refused',
    status: 409,
    code: 'email_taken',
    detail,
    request_id: 'req_7',
    errors,
  };
  return new ApiError('email_taken', detail, { status: 409, requestId: 'req_7', problem });
}

async function fill(root: HTMLElement): Promise<void> {
  await type(byRole(root, 'textbox', 'Company'), 'Meridian');
  await type(byRole(root, 'textbox', 'Email'), 'ada@example.com');
  await type(byRole(root, 'textbox', 'Password'), 'long enough');
}

describe('FormController', () => {
  it('is silent while typing for the first time, judges on blur, then on every keystroke', async () => {
    const { root, element } = await open();
    const email = byRole(root, 'textbox', 'Email');
    email.focus();
    await press('Tab');
    expect(element.form.errors.email, 'left without a change').to.equal(undefined);
    await type(email, 'ada');
    expect(element.form.errors.email, 'while typing').to.equal(undefined);
    await press('Tab');
    expect(email.ariaInvalid).to.equal('true');
    expect(textOf(root)).to.contain('Enter an address like ada@example.com.');
    email.focus();
    await press('End', '@');
    expect(element.form.errors.email, 'as soon as it is right').to.equal(undefined);
  });

  it('submits when wrong: shows all, focuses the first, lists three with links', async () => {
    const { root, element } = await open();
    await click(byRole(root, 'button', 'Create account'));
    expect(element.sent).to.have.length(0);
    await settle(root);
    expect(focused()).to.equal(byRole(root, 'textbox', 'Company'));
    const links = allByRole(root, 'link');
    expect(links).to.have.length(3);
    expect(Math.min(...links.map(({ offsetHeight }) => offsetHeight)), 'large enough to be hit').to.be.at.least(24);
    await accessible(root);
    const { hash } = location;
    await click(byRole(root, 'link', 'Use at least 8 characters.'));
    expect(focused()).to.equal(byRole(root, 'textbox', 'Password'));
    expect(location.hash).to.equal(hash);
  });

  it('sends once while one submit is under way', async () => {
    const { root, element } = await open();
    await fill(root);
    let finish = (): void => undefined;
    element.answer = () => new Promise<void>((resolve) => (finish = resolve));
    const first = element.submit();
    expect(element.form.busy).to.equal(true);
    expect(await element.submit()).to.equal(false);
    finish();
    expect(await first).to.equal(true);
    expect(element.sent).to.have.length(1);
    expect(element.form.dirty).to.equal(false);
  });

  it('puts a refusal on its field, the rest above the buttons with the request id', async () => {
    const { root, element } = await open();
    await fill(root);
    element.answer = () =>
      Promise.reject(refusal([{ path: 'email', code: 'taken', message: 'This address has an account.' }]));
    expect(await element.submit()).to.equal(false);
    await settle(root);
    expect(byRole(root, 'textbox', 'Email').ariaInvalid).to.equal('true');
    expect(focused()).to.equal(byRole(root, 'textbox', 'Email'));
    expect(element.form.formError).to.equal(null);
    element.answer = () => Promise.reject(refusal([], 'Registration is closed.'));
    await element.submit();
    await settle(root);
    expect(textOf(byRole(root, 'alert'))).to.equal('Registration is closed. Request id req_7');
    await accessible(root);
  });

  it('keeps a refused field marked when it is left as it was: only the gateway can judge it', async () => {
    const { root, element } = await open();
    for (const [name, value] of [
      ['Company', 'Harborline'],
      ['Email', 'ada@harborline.test'],
      ['Password', 'long enough'],
    ] as const)
      await type(byRole(root, 'textbox', name), value);
    element.answer = () => Promise.reject(refusal([{ path: 'email', code: 'taken', message: 'Taken already.' }]));
    expect(await element.submit()).to.equal(false);
    await settle(root);
    await press('Tab');
    expect(textOf(root)).to.contain('Taken already.');
    await type(byRole(root, 'textbox', 'Email'), 'eve@harborline.test');
    expect(textOf(root)).not.to.contain('Taken already.');
  });

  it('keeps what refused the last submit, until one goes through or is never sent', async () => {
    const { root, element } = await open();
    expect(element.form.refusal).to.equal(null);
    await fill(root);
    element.answer = () => Promise.reject(refusal([], 'Registration is closed.'));
    await element.submit();
    expect(element.form.refusal?.requestId).to.equal('req_7');
    element.answer = () => Promise.resolve();
    await element.submit();
    expect(element.form.refusal).to.equal(null);
    element.answer = () => Promise.reject(new Error('gone'));
    await element.submit();
    expect(element.form.refusal?.code).to.equal('invalid_answer');
    await type(byRole(root, 'textbox', 'Email'), '');
    await element.submit();
    expect(element.form.refusal).to.equal(null);
  });

  it('knows when it is dirty and goes back', async () => {
    const { root, element } = await open();
    expect(element.form.dirty).to.equal(false);
    await type(byRole(root, 'textbox', 'Company'), 'M');
    expect(element.form.dirty).to.equal(true);
    element.form.reset();
    await settle(root);
    expect(element.form.dirty).to.equal(false);
    expect((byRole(root, 'textbox', 'Company') as HTMLInputElement).value).to.equal('');
  });
});
