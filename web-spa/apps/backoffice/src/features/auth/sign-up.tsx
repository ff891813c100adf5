import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { officeSession, signUp } from '@portico/api/office';
import { Link } from '@portico/ui';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { browserDefaults, countryOptions, currencyOf, currencyOptions, timeZoneOptions } from '../../app/countries';
import { languages } from '../../app/language';
import { SelectField, TextField } from '../../form/fields';
import { FormAlert } from '../../form/form-alert';
import { FieldRow } from '../../form/form-section';
import { newPassword, requiredMail, requiredText } from '../../form/rules';
import { useSubmit } from '../../form/use-submit';
import { AuthFrame } from './auth-frame';
import { NewPasswordField } from './new-password-field';
import { useSecondStep } from './use-second-step';

const schema = z.object({
  organization_name: requiredText(200),
  name: requiredText(100),
  email: requiredMail(),
  password: newPassword(),
  country: requiredText(2),
  base_currency: requiredText(3),
  time_zone: requiredText(100),
  language: requiredText(10),
});

export function SignUp({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useLingui();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      organization_name: '',
      name: '',
      email: '',
      password: '',
      language: i18n.locale,
      ...browserDefaults(),
    },
  });
  const countries = useMemo(() => countryOptions(i18n.locale), [i18n.locale]);
  const currencies = useMemo(() => currencyOptions(i18n.locale), [i18n.locale]);
  const zones = useMemo(timeZoneOptions, []);
  // Who has an account already shows that it is theirs, by all that this account asks for.
  const { code, field, onProblem } = useSecondStep();
  const { submit, messages, sending } = useSubmit(
    form,
    async (values) => {
      const { data } = await signUp({ body: { ...values, ...code }, throwOnError: true });
      officeSession.set(data);
      onDone();
    },
    { onProblem },
  );
  const { control } = form;
  const about = [form.watch('organization_name'), form.watch('name'), form.watch('email')];

  return (
    <AuthFrame
      title={t`Create your organization`}
      foot={
        <Trans>
          Already have an account?{' '}
          <Link to="/sign-in" underline="always">
            Sign in
          </Link>
        </Trans>
      }
    >
      <FormAlert messages={messages} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <TextField
            control={control}
            name="organization_name"
            label={t`Organization`}
            autoComplete="organization"
            autoFocus
          />
          <TextField control={control} name="name" label={t`Your name`} autoComplete="name" />
          <TextField control={control} name="email" type="email" label={t`E-mail`} autoComplete="username" />
          <NewPasswordField control={control} name="password" label={t`Password`} about={about} />
          <FieldRow>
            <SelectField
              control={control}
              name="country"
              label={t`Country`}
              data={countries}
              searchable
              onChange={(country) => {
                const currency = currencyOf(country ?? '');
                if (currency && !form.formState.dirtyFields.base_currency) {
                  form.resetField('base_currency', { defaultValue: currency });
                }
              }}
            />
            <SelectField control={control} name="base_currency" label={t`Base currency`} data={currencies} searchable />
          </FieldRow>
          <FieldRow>
            <SelectField control={control} name="time_zone" label={t`Time zone`} data={zones} searchable />
            <SelectField control={control} name="language" label={t`Language`} data={languages} />
          </FieldRow>
          {field}
          <Button type="submit" loading={sending} fullWidth mt="xs">
            <Trans>Create organization</Trans>
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
