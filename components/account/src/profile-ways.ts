import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toApiError } from '@caas/base/errors.js';
import { withStepUp } from '@caas/ui/step-up.js';
import { connectUrl, disconnect, type Profile, type Provider } from './profile.data.js';
import { ProfilePart } from './profile-part.js';

/** How somebody signs in beside the password: providers, two-factor, sessions. */
export class ProfileWays extends ProfilePart {
  /** Providers the gateway has configured. */
  @property({ attribute: false }) providers: readonly Provider[] = [];
  /** Whether a second factor is set up; null while nobody knows. */
  @property({ attribute: false }) twoFactor: boolean | null = null;
  /** Leads to the page of a topic; null where the page around follows no links. */
  @property({ attribute: false }) navigate: ((topic: 'two-factor' | 'sessions') => void) | null = null;
  /** Path that a provider's way back ends at. */
  @property({ attribute: false }) returnPath = '/profile';

  @state() private busy: Provider | null = null;
  @state() private fault = '';
  @state() private asking: Provider | null = null;

  protected override get heading(): string {
    return this.texts.text('signIn');
  }

  protected override renderBody(profile: Profile): TemplateResult {
    const { texts, navigate, twoFactor } = this;
    const shown = [...new Set([...this.providers, ...profile.providers])];
    return html`<ul>
        ${shown.map((provider) => this.#renderProvider(profile, provider))}
        <li>
          <span class="what">${texts.text('twoFactor')}</span>
          ${twoFactor === null ? nothing : html`<span class="badge ${twoFactor ? 'success' : ''}">${texts.text(twoFactor ? 'twoFactorOn' : 'twoFactorOff')}</span>`}
          ${navigate ? html`<button class="btn default sm" type="button" @click=${() => navigate('two-factor')}>${texts.text('twoFactorLink')}</button>` : nothing}
        </li>
        <li>
          <span class="what">${texts.text('sessions')} <span class="muted">${texts.text('sessionsText')}</span></span>
          ${navigate ? html`<button class="btn default sm" type="button" @click=${() => navigate('sessions')}>${texts.text('sessionsLink')}</button>` : nothing}
        </li>
      </ul>
      <div role="alert">${this.fault ? html`<div class="note danger">${this.fault}</div>` : nothing}</div>
      <div role="status">${this.said ? html`<span class="said">${this.said}</span>` : nothing}</div>
      ${this.asking ? this.#renderConfirm(this.asking) : nothing}`;
  }

  #renderProvider(profile: Profile, provider: Provider): TemplateResult {
    const { texts, busy } = this;
    const name = texts.text(provider);
    const connected = profile.providers.includes(provider);
    const last = connected && !profile.has_password && profile.providers.length === 1;
    return html`<li>
      <span class="what">${name}</span>
      <span class="badge ${connected ? 'success' : ''}">${texts.text(connected ? 'connected' : 'notConnected')}</span>
      ${
        last
          ? html`<span class="muted">${texts.text('lastWay')}</span>`
          : html`<button
              class="btn default sm"
              type="button"
              aria-busy=${busy === provider ? 'true' : nothing}
              aria-disabled=${this.offline ? 'true' : nothing}
              @click=${() => void (connected ? this.#ask(provider) : this.#connect(provider))}
            >
              ${texts.text(connected ? 'disconnect' : 'connect', name)}
            </button>`
      }
    </li>`;
  }

  #renderConfirm(provider: Provider): TemplateResult {
    const name = this.texts.text(provider);
    return html`<caas-confirm
      open
      heading=${this.texts.text('disconnectTitle', name)}
      verb=${this.texts.text('disconnect', name)}
      .busy=${this.busy !== null}
      .error=${this.fault}
      @caas-confirmed=${() => void this.#disconnect(provider)}
      @caas-dialog-closed=${() => (this.asking = null)}
    >
      <p>${this.texts.text('disconnectText', name)}</p>
    </caas-confirm>`;
  }

  async #ask(provider: Provider): Promise<void> {
    this.fault = '';
    try {
      await import('@caas/ui/caas-confirm.js');
      this.asking = provider;
    } catch (cause) {
      this.fault = this.explain(toApiError(cause));
    }
  }

  async #connect(provider: Provider): Promise<void> {
    await this.#run(provider, async () => {
      const client = this.writer;
      location.assign(await withStepUp(this, client, () => connectUrl(client, provider, this.returnPath)));
    });
  }

  async #disconnect(provider: Provider): Promise<void> {
    const done = await this.#run(provider, async () => {
      const client = this.writer;
      await withStepUp(this, client, () => disconnect(client, provider));
    });
    if (!done) return;
    this.asking = null;
    this.said = this.texts.text('disconnected', this.texts.text(provider));
    this.written(null);
  }

  async #run(provider: Provider, act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = provider;
    this.fault = '';
    this.said = '';
    try {
      await act();
      return true;
    } catch (cause) {
      this.fault = this.explain(toApiError(cause));
      return false;
    } finally {
      this.busy = null;
    }
  }
}
