//! The contract: what the handlers say of themselves, completed by what holds for all of them.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        self,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use crate::{
    app,
    error::{Code, FieldError, Problem},
};

/// What is true of the whole contract.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Portico",
        description = "A customer portal with the invoicing back office behind it.\n\n\
            Three audiences: staff call `/api/v1/…`, people of a customer `/api/v1/portal/…`, everybody `/api/v1/public/…`. \
            Money is integer minor units with a currency; quantities, rates and percentages are decimal strings. \
            Errors are problem details (RFC 9457) with a stable `code`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/", description = "This server")),
    components(schemas(Problem, FieldError)),
    modifiers(&Security),
    tags(
        (name = "auth", description = "Signing in to the back office"),
        (name = "members", description = "The organization's staff"),
        (name = "organization", description = "Profile and branding"),
        (name = "settings", description = "Number series, gateways"),
        (name = "taxes", description = "Taxes, groups, authorities, exemptions"),
        (name = "items", description = "What is sold"),
        (name = "customers", description = "Customers and their contact persons"),
        (name = "portal_access", description = "Who may enter the portal"),
        (name = "invoices", description = "Invoices"),
        (name = "payments", description = "Payments"),
        (name = "portal_sign_ups", description = "People who ask to be let into the portal"),
        (name = "payment_links", description = "Pages for one payment, without sign-in"),
        (name = "notifications", description = "What staff should know"),
        (name = "mail", description = "Mails that were sent, or were not"),
        (name = "saved_views", description = "Filters of a list under a name"),
        (name = "home", description = "The first page of the back office"),
        (name = "portal_auth", description = "Signing in to a portal"),
        (name = "portal", description = "What a customer sees and does"),
        (name = "sandbox", description = "The sandbox gateway's own server, which moves no money"),
        (name = "development", description = "Only in development mode"),
    )
)]
pub struct Base;

struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        for (name, description) in [
            ("staff", "An access token of the back office"),
            ("portal", "An access token of a portal"),
        ] {
            let scheme = HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .bearer_format("JWT")
                .description(Some(description))
                .build();
            components.add_security_scheme(name, SecurityScheme::Http(scheme));
        }
    }
}

/// The whole document, as published.
#[must_use]
pub fn document() -> Value {
    let mut document = serde_json::to_value(app::described()).unwrap_or_default();
    put_right(&mut document);
    refer(&mut document);
    document["info"]["version"] = json!("1.0.0");
    // `{name:regex}` is routing; the contract knows the name only.
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, item) in paths.iter_mut() {
            for (method, operation) in item.as_object_mut().into_iter().flatten() {
                complete(path, method, operation);
            }
        }
    }
    document
}

/// Says what the derives cannot: a page is named after what it lists (`InvoiceList`, where utoipa writes
/// `Listing_InvoiceSummary`), and a field that may be absent has no default.
fn put_right(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.get("default").is_some_and(Value::is_null) {
                object.remove("default");
            }
            for (key, mut inner) in std::mem::take(object) {
                match &mut inner {
                    Value::String(text) if key == "$ref" => *text = list_name(text),
                    inner => put_right(inner),
                }
                object.insert(list_name(&key), inner);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(put_right),
        _ => {}
    }
}

/// A page's rows are named by reference, where the generic type wrote their schema out.
fn refer(document: &mut Value) {
    let Some(schemas) = document["components"]["schemas"].as_object_mut() else {
        return;
    };
    let known: Vec<(String, Value)> = schemas
        .iter()
        .map(|(name, schema)| (name.clone(), schema.clone()))
        .collect();
    for (_, list) in schemas
        .iter_mut()
        .filter(|(name, _)| name.ends_with("List"))
    {
        let rows = &mut list["properties"]["data"]["items"];
        if let Some((name, _)) = known.iter().find(|(_, schema)| schema == rows) {
            *rows = json!({ "$ref": format!("#/components/schemas/{name}") });
        }
    }
}

fn list_name(name: &str) -> String {
    let Some((before, listed)) = name.split_once("Listing_") else {
        return name.to_owned();
    };
    let noun = listed.trim_end_matches("Summary").trim_end_matches("Entry");
    format!("{before}{noun}List")
}

/// Who may call a path.
#[must_use]
pub fn audience(path: &str) -> Option<&'static str> {
    let open = path.contains("/public/")
        || path.ends_with("/auth/sign-in")
        || path.ends_with("/auth/sign-up")
        || path.ends_with("/auth/refresh")
        || path.ends_with("/auth/sign-out");
    if open {
        None
    } else if path.starts_with("/api/v1/portal/") {
        Some("portal")
    } else {
        Some("staff")
    }
}

/// Adds what the shape of an operation implies: security, headers, and the problems that any such
/// operation can answer, each with an example.
#[expect(
    clippy::too_many_lines,
    reason = "one list of what every operation implies, read from top to bottom"
)]
fn complete(path: &str, method: &str, operation: &mut Value) {
    operation["security"] = audience(path).map_or_else(|| json!([]), |name| json!([{ name: [] }]));

    let mut codes = vec![Code::RateLimited, Code::Internal, Code::Busy];
    if let Some(audience) = audience(path) {
        codes.push(Code::NotAuthenticated);
        if audience == "staff" {
            codes.push(Code::Forbidden);
        }
    }
    if path.contains('{') {
        codes.push(Code::NotFound);
    }
    if !operation["requestBody"].is_null() {
        codes.extend([
            Code::MalformedJson,
            Code::PayloadTooLarge,
            Code::UnsupportedMediaType,
            Code::ValidationFailed,
        ]);
    }
    let parameters = operation["parameters"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    if parameters
        .iter()
        .any(|parameter| parameter["in"] == "query")
    {
        codes.push(Code::ValidationFailed);
    }
    if parameters
        .iter()
        .any(|parameter| parameter["name"] == "If-Match")
    {
        codes.extend([Code::VersionMismatch, Code::PreconditionRequired]);
    }
    if method == "post"
        && audience(path).is_some()
        && !parameters.iter().any(|p| p["name"] == "Idempotency-Key")
    {
        let header = json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "Names this request, so that repeating it is harmless: what it makes or sends, it makes or sends once. Kept for a week.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 255 },
            "example": "0b9f5f0e-1c1f-4c0e-9d46-3a6c0f0b7a52",
        });
        match operation["parameters"].as_array_mut() {
            Some(list) => list.push(header),
            None => operation["parameters"] = json!([header]),
        }
    }
    let mut by_status: BTreeMap<String, Vec<Code>> = BTreeMap::new();
    for code in codes {
        by_status
            .entry(code.status().as_u16().to_string())
            .or_default()
            .push(code);
    }
    let Some(responses) = operation["responses"].as_object_mut() else {
        return;
    };
    for response in responses.values_mut() {
        for (media, content) in response
            .get_mut("content")
            .and_then(Value::as_object_mut)
            .into_iter()
            .flatten()
        {
            if !media.contains("json") && media != "text/event-stream" {
                content["schema"] = json!({ "type": "string", "format": "binary" });
            }
        }
    }
    for (status, response) in responses.iter_mut() {
        if response["description"]
            .as_str()
            .unwrap_or_default()
            .is_empty()
        {
            response["description"] = json!("As asked");
        }
        // A refusal that a handler describes by words only is a problem, too.
        if status.starts_with(['4', '5']) && response["content"].is_null() {
            let code = response["description"]
                .as_str()
                .unwrap_or_default()
                .split(':')
                .next()
                .unwrap_or_default()
                .to_owned();
            let known = Code::ALL.iter().find(|known| known.as_str() == code);
            response["content"] = problem_content(known.copied().into_iter());
        }
    }
    for (status, codes) in by_status {
        let description = codes
            .iter()
            .map(|code| code.as_str())
            .collect::<Vec<_>>()
            .join(", ");
        let entry = responses
            .entry(status)
            .or_insert_with(|| json!({ "description": description }));
        if entry["content"].is_null() {
            entry["content"] = problem_content(codes.into_iter());
        }
    }
}

/// The schema of a change: that of the whole, with nothing required.
#[must_use]
pub fn optional(schema: openapi::RefOr<openapi::Schema>) -> openapi::RefOr<openapi::Schema> {
    match schema {
        openapi::RefOr::T(openapi::Schema::Object(mut object)) => {
            object.required.clear();
            object.into()
        }
        schema => schema,
    }
}

fn problem_content(codes: impl Iterator<Item = Code>) -> Value {
    let mut media = json!({ "schema": { "$ref": "#/components/schemas/Problem" } });
    let examples: Map<String, Value> = codes
        .map(|code| {
            let example = json!({ "value": {
                "type": format!("https://portico.example/problems/{}", code.as_str()),
                "title": code.title(), "status": code.status().as_u16(), "code": code.as_str(),
                "request_id": "8f14e45fceea167a5a36dedd4bea2543",
            }});
            (code.as_str().to_owned(), example)
        })
        .collect();
    if !examples.is_empty() {
        media["examples"] = Value::Object(examples);
    }
    json!({ "application/problem+json": media })
}
