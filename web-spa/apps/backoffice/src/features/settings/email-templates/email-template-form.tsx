import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { type ApiProblem, ifMatch } from '@portico/api/client';
import { type EmailTemplate, restoreEmailTemplate, updateEmailTemplate } from '@portico/api/office';
import { getEmailTemplateQueryKey } from '@portico/api/office/query';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { said } from '../../../app/notify';
import { refresh } from '../../../app/query-client';
import { useCan } from '../../../app/session';
import { TextareaField, TextField } from '../../../form/fields';
import { FormAlert } from '../../../form/form-alert';
import { requiredText } from '../../../form/rules';
import { SaveBar } from '../../../form/save-bar';
import { UnsavedGuard } from '../../../form/unsaved-guard';
import { useSaved } from '../../../form/use-saved';
import { useSubmit } from '../../../form/use-submit';
import { useAsk } from '../../../shell/ask';
import classes from './email-template.module.css';
import { EmailTemplatePreview } from './email-template-preview';
import { Placeholders } from './placeholders';
import { useInsertAtCursor } from './use-insert-at-cursor';

const schema = z.object({ subject: requiredText(200), body: requiredText(5000) });

interface EmailTemplateFormProps {
  template: EmailTemplate;
  onProblem: (problem: ApiProblem) => boolean;
}

/** The editor: words and placeholders on one side, the mail as it would arrive on the other. */
export function EmailTemplateForm({ template, onProblem }: EmailTemplateFormProps) {
  const { t } = useLingui();
  const ask = useAsk();
  const client = useQueryClient();
  const mayManage = useCan('manage_organization');
  const path = { kind: template.kind, language: template.language };
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { subject: template.subject, body: template.body },
  });
  const { control } = form;
  const { isDirty } = useSaved(form);
  const words = useWatch({ control });
  const insertion = useInsertAtCursor(form);
  const adopt = async (saved: EmailTemplate) => {
    client.setQueryData(getEmailTemplateQueryKey({ path }), saved);
    await refresh(client, 'listEmailTemplates');
  };
  const { submit, messages, sending } = useSubmit(
    form,
    async (body) => {
      const headers = ifMatch(template.version);
      const { data } = await updateEmailTemplate({ path, headers, body, throwOnError: true });
      form.reset(body);
      await adopt(data);
      said(t`Saved. E-mails written from now on say this.`);
    },
    { onProblem },
  );
  const restore = () =>
    ask({
      title: t`Go back to the built-in words?`,
      text: t`Your own subject and text are deleted.`,
      confirm: t`Restore default`,
      danger: true,
      run: async () => {
        const { data } = await restoreEmailTemplate({ path, throwOnError: true });
        form.reset({ subject: data.subject, body: data.body });
        await adopt(data);
      },
    });
  const dir = template.language === 'ar' ? 'rtl' : 'ltr';

  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <UnsavedGuard dirty={isDirty} />
      <FormAlert messages={messages} />
      <div className={classes.editor}>
        <fieldset disabled={!mayManage} className={classes.words}>
          <Stack gap="sm">
            <TextField
              control={control}
              name="subject"
              label={t`Subject`}
              dir={dir}
              lang={template.language}
              {...insertion.field('subject')}
            />
            <TextareaField
              control={control}
              name="body"
              label={t`Text`}
              description={t`A blank line begins a new paragraph. Button, link and details are added beneath.`}
              minRows={8}
              maxRows={24}
              dir={dir}
              lang={template.language}
              {...insertion.field('body')}
            />
            <Placeholders placeholders={template.placeholders} onInsert={insertion.insert} />
          </Stack>
        </fieldset>
        <EmailTemplatePreview
          kind={template.kind}
          language={template.language}
          subject={words.subject ?? ''}
          body={words.body ?? ''}
        />
      </div>
      {mayManage && (
        <SaveBar onSave={submit} saving={sending}>
          {template.edited && (
            <Button variant="default" onClick={restore}>
              <Trans>Restore default</Trans>
            </Button>
          )}
        </SaveBar>
      )}
    </form>
  );
}
