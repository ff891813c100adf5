import { zodResolver } from '@hookform/resolvers/zod';
import { t as now } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ColorInput } from '@mantine/core';
import type { ApiProblem } from '@portico/api/client';
import type { Organization } from '@portico/api/office';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { useCan } from '../../app/session';
import { TextareaField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { FormSection } from '../../form/form-section';
import { optionalText, orNull } from '../../form/rules';
import { SaveBar } from '../../form/save-bar';
import { UnsavedGuard } from '../../form/unsaved-guard';
import { useSaved } from '../../form/use-saved';
import { useSubmit } from '../../form/use-submit';
import { AccentPreview } from './accent-preview';
import { useSaveOrganization } from './use-save-organization';

const HEX = /^#[0-9a-f]{6}$/i;

const schema = z.object({
  accent_colour: z.string().regex(HEX, { error: () => now`A colour like #0b7285` }),
  banner_message: optionalText(2000),
});

interface BrandingFormProps {
  organization: Organization;
  onProblem: (problem: ApiProblem) => boolean;
}

export function BrandingForm({ organization, onProblem }: BrandingFormProps) {
  const { t } = useLingui();
  const mayManage = useCan('manage_organization');
  const save = useSaveOrganization(organization);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { accent_colour: organization.accent_colour, banner_message: organization.banner_message ?? '' },
  });
  const { control } = form;
  const { isDirty } = useSaved(form);
  const { submit, messages, sending } = useSubmit(
    form,
    (values) =>
      save({ accent_colour: values.accent_colour.toLowerCase(), banner_message: orNull(values.banner_message) }),
    { onProblem },
  );
  const accent = form.watch('accent_colour');

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsavedGuard dirty={isDirty} />
      <FormAlert messages={messages} />
      <fieldset disabled={!mayManage} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
        <FormSection
          title={<Trans>Colour</Trans>}
          hint={<Trans>Buttons and links in the portal, mails and documents.</Trans>}
        >
          <Controller
            control={control}
            name="accent_colour"
            render={({ field, fieldState }) => (
              <ColorInput
                {...field}
                label={t`Accent colour`}
                format="hex"
                eyeDropperButtonProps={{ 'aria-label': t`Pick a colour from the screen` }}
                swatches={['#0b7285', '#1c4f8f', '#5f3dc4', '#9c2318', '#17603a', '#7a4a05', '#343a40']}
                maw={220}
                error={fieldState.error?.message}
              />
            )}
          />
          {HEX.test(accent) && <AccentPreview accent={accent} />}
        </FormSection>
        <FormSection title={<Trans>Banner</Trans>} hint={<Trans>A message at the top of the portal's home.</Trans>}>
          <TextareaField
            control={control}
            name="banner_message"
            aria-label={t`Banner`}
            description={t`In Markdown: **bold**, _italic_, lists and links.`}
            minRows={3}
          />
        </FormSection>
      </fieldset>
      {mayManage && <SaveBar onSave={submit} saving={sending} />}
    </form>
  );
}
