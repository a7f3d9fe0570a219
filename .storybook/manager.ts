import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'CAAS Console', colorPrimary: '#1a1a1a', colorSecondary: '#2a66e0' }),
});
