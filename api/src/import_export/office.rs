//! The routes of imports, for staff.

use actix_web::{HttpResponse, post, web::Json};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    dto::{ImportCustomers, ImportPreview, ImportResult, PreviewCustomerImport},
    import,
    sheet::Sheet,
};
use crate::{
    error::{Error, Result},
    http::{Idempotency, Staff, can, upload::Upload},
    random,
};

/// A file of at most 5 MB.
type CsvUpload = Upload<{ 5 << 20 }>;

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(preview_customer_import)
        .service(import_customers);
}

/// See what an import of customers would do.
///
/// Writes nothing. Without a mapping, the columns are guessed from the header, in English or German. A customer
/// that is there already, by name or e-mail address, is an error of its row.
#[utoipa::path(tag = "customers", request_body(content = PreviewCustomerImport, content_type = "multipart/form-data"), responses((status = 200, body = ImportPreview)))]
#[post("/customers/import/preview")]
async fn preview_customer_import(
    staff: Staff<can::ImportCustomers>,
    upload: CsvUpload,
) -> Result<Json<ImportPreview>> {
    let sheet = Sheet::read(
        &upload.file,
        upload.texts.get("mapping").map(String::as_str),
    )?;
    let preview = staff.read(async |tx| import::preview(tx, &sheet).await);
    Ok(Json(preview.await?))
}

/// Import customers.
///
/// All of them or none: a row that is not right is told with the pointer `/rows/` and its line.
#[utoipa::path(tag = "customers", request_body(content = ImportCustomers, content_type = "multipart/form-data"), responses((status = 201, body = ImportResult)))]
#[post("/customers/import")]
async fn import_customers(
    staff: Staff<can::ImportCustomers>,
    idempotency: Idempotency,
    upload: CsvUpload,
) -> Result<HttpResponse> {
    let mapping = upload
        .texts
        .get("mapping")
        .ok_or_else(|| Error::field("/mapping", "required", "which column fills which field?"))?;
    let sheet = Sheet::read(&upload.file, Some(mapping))?;
    let digest = random::digest(&[mapping.as_bytes(), &upload.file]);
    staff
        .write(async |tx| {
            // The customers are the result; the key only remembers that they were made.
            let import = async || import::import(tx, &sheet).await.map(|()| tx.new_uuid());
            let done: Uuid = idempotency
                .once(tx, "import_customers", &digest, import)
                .await?;
            Ok(done)
        })
        .await?;
    Ok(HttpResponse::Created().json(ImportResult {
        created: sheet.len(),
    }))
}
