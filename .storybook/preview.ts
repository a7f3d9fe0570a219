import '@caas/base/caas-theme.js';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import manifest from '../custom-elements.json' with { type: 'json' };
import { HOSTS, WIDTHS, applyHost } from './hosts.js';

setCustomElementsManifest(manifest);

const titled = (value: string) => ({ value, title: value.charAt(0).toUpperCase() + value.slice(1) });
const tool = (title: string, icon: string, items: readonly string[]) => ({
  description: title,
  toolbar: { title, icon, items: items.map(titled), dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Principles', 'Tokens', 'Kit', 'Elements', 'Pages'] } },
  },
  globalTypes: {
    theme: tool('Theme', 'mirror', ['light', 'dark', 'system']),
    density: tool('Density', 'component', ['comfortable', 'compact']),
    contrast: tool('Contrast', 'contrast', ['standard', 'more']),
    direction: tool('Direction', 'transfer', ['ltr', 'rtl']),
    width: tool('Width', 'grow', WIDTHS),
    host: tool('Host', 'paintbrush', HOSTS),
  },
  initialGlobals: {
    theme: 'light',
    density: 'comfortable',
    contrast: 'standard',
    direction: 'ltr',
    width: 'full',
    host: 'neutral',
  },
  decorators: [
    (story, { globals }) => {
      const { theme, density, contrast, direction, width, host } = globals;
      applyHost(host);
      return html`
        <div class="story-host story-host-${host}" dir=${direction}>
          <caas-theme theme=${theme} density=${density} contrast=${contrast === 'more' ? 'more' : nothing}>
            <div class="story-page"><div class="story-width story-width-${width}">${story()}</div></div>
          </caas-theme>
        </div>
      `;
    },
  ],
};

export default preview;
