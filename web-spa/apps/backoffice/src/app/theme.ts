import { createTheme } from '@mantine/core';
import fields from './fields.module.css';

const input = { defaultProps: { size: 'sm' }, classNames: { input: fields.input } };
const several = { defaultProps: { size: 'sm' }, classNames: { input: fields.multi } };
// A dialog's title line is no banner of the page.
const titleLine = { defaultProps: { role: 'presentation' } };

/**
 * The shared compact look, packed a little tighter for people who live in it: 32 px for whatever is pressed or filled in.
 * Plain objects, since naming the components here would put all of them into the first download.
 */
export const officeTheme = createTheme({
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_: unknown, props: { size?: string }) => ({
        root:
          props.size === 'sm' ? { '--button-height': '32px', '--button-padding-x': '12px', '--button-fz': '13px' } : {},
      }),
    },
    ActionIcon: { defaultProps: { size: 32 } },
    Anchor: { defaultProps: { inherit: true } },
    TextInput: input,
    PasswordInput: input,
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' }, classNames: { input: fields.input } },
    MultiSelect: several,
    TagsInput: several,
    ColorInput: input,
    DateInput: input,
    Textarea: several,
    // Hints stand below, so that fields side by side line up.
    InputWrapper: {
      defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: { label: fields.label },
    },
    Checkbox: { defaultProps: { size: 'xs' } },
    // Closed lists stay out of the page: all countries and time zones would be drawn with every form.
    Combobox: { defaultProps: { keepMounted: false } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    ModalHeader: titleLine,
    DrawerHeader: titleLine,
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
    Drawer: { defaultProps: { position: 'right', transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});
