//! E-mail templates, for staff.

use actix_web::{
    HttpRequest, get, patch, post,
    web::{Data, Json},
};
use portico_domain::language::Language;
use portico_render::mail::{Kind, LANGUAGES};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{
        EmailPreview, EmailTemplate, EmailTemplateList, PreviewEmailTemplate, UpdateEmailTemplate,
    },
    show, update,
};
use crate::{
    config::Config,
    error::{Error, Result},
    http::{Body, IfMatch, Staff, Versioned, can, params::segment},
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_email_templates)
        .service(get_email_template)
        .service(update_email_template)
        .service(restore_email_template)
        .service(preview_email_template);
}

/// List what the organization's mails say.
///
/// Every kind of mail in every language that mails are written in; a reader of another language is written to in
/// English.
#[utoipa::path(tag = "mail", responses((status = 200, body = EmailTemplateList)))]
#[get("/email-templates")]
async fn list_email_templates(
    staff: Staff<can::ManageOrganization>,
) -> Result<Json<EmailTemplateList>> {
    Ok(Json(staff.read(async |tx| show::list(tx).await).await?))
}

/// Get what a kind of mail says.
///
/// With its placeholders, each with a sample from a recent customer, invoice or payment where there is one.
#[utoipa::path(tag = "mail", params(("kind" = String, Path, example = "invoice_sent"), ("language" = Language, Path, example = "en")), responses((status = 200, body = EmailTemplate)))]
#[get("/email-templates/{kind}/{language}")]
async fn get_email_template(
    staff: Staff<can::ManageOrganization>,
    config: Data<Config>,
    request: HttpRequest,
) -> Result<Versioned<EmailTemplate>> {
    let (kind, language) = named(&request)?;
    staff
        .read(async |tx| show::show(tx, &config, kind, language).await)
        .await
}

/// Change what a kind of mail says.
///
/// Mails written from now on say it. A placeholder that the mail has no value for is refused
/// (`unknown_placeholder`), and so is a body without one that it must have (`missing_placeholder`). The button and
/// its link, facts and a first password are added by the system.
#[utoipa::path(tag = "mail", params(("kind" = String, Path, example = "invoice_sent"), ("language" = Language, Path, example = "en"), ("If-Match" = String, Header, description = "The version that the change was made on", example = "\"1\"")), request_body = UpdateEmailTemplate, responses((status = 200, body = EmailTemplate)))]
#[patch("/email-templates/{kind}/{language}")]
async fn update_email_template(
    staff: Staff<can::ManageOrganization>,
    config: Data<Config>,
    request: HttpRequest,
    version: IfMatch,
    body: Body<UpdateEmailTemplate>,
) -> Result<Versioned<EmailTemplate>> {
    let (kind, language) = named(&request)?;
    let updated = staff.write(async |tx| {
        update::update(tx, kind, language, version, body.value).await?;
        show::show(tx, &config, kind, language).await
    });
    Box::pin(updated).await
}

/// Go back to the built-in words of a kind of mail.
#[utoipa::path(tag = "mail", params(("kind" = String, Path, example = "invoice_sent"), ("language" = Language, Path, example = "en")), responses((status = 200, body = EmailTemplate)))]
#[post("/email-templates/{kind}/{language}/restore")]
async fn restore_email_template(
    staff: Staff<can::ManageOrganization>,
    config: Data<Config>,
    request: HttpRequest,
) -> Result<Versioned<EmailTemplate>> {
    let (kind, language) = named(&request)?;
    let restored = staff.write(async |tx| {
        update::restore(tx, kind, language).await?;
        show::show(tx, &config, kind, language).await
    });
    Box::pin(restored).await
}

/// See a mail in other words.
///
/// Keeps and sends nothing. Filled with a recent customer, invoice or payment where there is one; its links lead to
/// the front door only, and its password is made up.
#[utoipa::path(tag = "mail", params(("kind" = String, Path, example = "invoice_sent"), ("language" = Language, Path, example = "en")), request_body = PreviewEmailTemplate, responses((status = 200, body = EmailPreview)))]
#[post("/email-templates/{kind}/{language}/preview")]
async fn preview_email_template(
    staff: Staff<can::ManageOrganization>,
    config: Data<Config>,
    request: HttpRequest,
    body: Body<PreviewEmailTemplate>,
) -> Result<Json<EmailPreview>> {
    let (kind, language) = named(&request)?;
    let preview = staff
        .read(async |tx| show::preview(tx, &config, kind, language, body.value).await)
        .await?;
    Ok(Json(preview))
}

/// The kind and the language of a path.
fn named(request: &HttpRequest) -> Result<(Kind, Language)> {
    let kind = segment(request, "kind")?;
    let language = segment(request, "language")?;
    if LANGUAGES.contains(&language) {
        Ok((kind, language))
    } else {
        Err(Error::not_found())
    }
}
