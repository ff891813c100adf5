//! The operations of the contract, and a request to each that its owner could make.

use portico_tests::{Actor, Answer, Value, json, makers::PASSWORD, send};
use reqwest::{Method, multipart};

use super::world::World;

const LOGO: &[u8] = br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>"#;

/// Who an operation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Staff,
    Portal,
    Everybody,
}

/// One operation of the contract.
#[derive(Clone, Debug)]
pub struct Operation {
    pub id: String,
    pub method: Method,
    /// Below `/api/v1`, with `{parameters}`.
    pub template: String,
    pub audience: Audience,
}

/// All of them.
pub fn all() -> Vec<Operation> {
    let contract = portico_api::openapi::document();
    let paths = contract["paths"].as_object().expect("paths");
    let operations = paths.iter().flat_map(|(path, item)| {
        let item = item.as_object().expect("operations");
        item.iter().map(move |(method, operation)| Operation {
            id: operation["operationId"].as_str().expect("an id").to_owned(),
            method: method.to_uppercase().parse().expect("a method"),
            template: path.trim_start_matches("/api/v1").to_owned(),
            audience: match &operation["security"][0] {
                Value::Object(scheme) if scheme.contains_key("portal") => Audience::Portal,
                Value::Object(_) => Audience::Staff,
                _ => Audience::Everybody,
            },
        })
    });
    operations.collect()
}

impl Operation {
    /// Whether it names a thing in its path that belongs to somebody.
    pub fn names_a_thing(&self) -> bool {
        self.template.contains("{id}")
    }

    /// Its path, with the things of this world in it.
    pub fn path(&self, world: &World) -> String {
        let noun = self
            .template
            .split('/')
            .find(|part| !["", "portal"].contains(part))
            .unwrap_or_default();
        let nothing = String::new();
        let id = match noun {
            _ if !self.names_a_thing() => &nothing,
            // By the token of a link: one that opens nothing.
            _ if self.template.contains("{token}") => &world.started,
            // Only a payment that is under way can be cancelled.
            "payments" if ["cancel_payment", "sync_payment"].contains(&self.id.as_str()) => {
                &world.started
            }
            "me" if self.audience == Audience::Staff => &world.sessions[0],
            "me" => &world.sessions[1],
            noun => world
                .things
                .get(noun)
                .unwrap_or_else(|| panic!("{}: no {noun}", self.id)),
        };
        self.template
            .replace("{id}", id)
            .replace("{person_id}", &world.person)
            .replace("{method_id}", world.kept())
            .replace(
                "{refund_id}",
                &entity::RefundId(uuid::Uuid::nil()).to_string(),
            )
            .replace("{document_type}", "invoice")
            .replace("/gateways/{kind}", "/gateways/sandbox")
            .replace("{kind}", "invoice_sent")
            .replace("{language}", "en")
            .replace("{portal_name}", &world.portal)
            .replace("{token}", &"t".repeat(43))
    }

    /// Calls it, as its owner could: everything about the request is right but the caller.
    pub async fn call(&self, caller: &Actor, world: &World) -> Answer {
        let mut request = caller.request(self.method.clone(), &self.path(world));
        if self.method == Method::PATCH {
            request = request.header("If-Match", "\"1\"");
        }
        let moves_money = [
            "/payments",
            "/payments/charge",
            "/accept-difference",
            "/reject-difference",
            "/refunds",
            "/credits",
            "/credits/release",
        ];
        if self.method == Method::POST && moves_money.iter().any(|end| self.template.ends_with(end))
        {
            request = request.header("Idempotency-Key", uuid::Uuid::new_v4().to_string());
        }
        send(match self.body(world) {
            Body::None => request,
            Body::Json(body) => request.json(&body),
            Body::Form(form) => request.multipart(form),
        })
        .await
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one line for each operation that takes a body"
    )]
    fn body(&self, world: &World) -> Body {
        let file = |bytes: &'static [u8]| {
            let part = multipart::Part::bytes(bytes).file_name("file");
            multipart::Form::new().part("file", part)
        };
        let invoice = json!({
            "customer_id": world.customer(),
            "lines": [{ "name": "Intrusion", "quantity": "1", "rate": "1" }],
        });
        let money = json!({ "amount": 100, "currency": "EUR" });
        let allocations = json!([{ "invoice_id": world.invoice(), "amount": 100 }]);
        Body::Json(match self.id.as_str() {
            "sign_up" => json!({
                "organization_name": "Another", "name": "Eve", "email": "eve@another.example", "password": PASSWORD,
                "base_currency": "EUR", "time_zone": "Europe/Berlin", "language": "en",
            }),
            "sign_in" | "portal_sign_in" => {
                json!({ "email": "nobody@nowhere.example", "password": "wrong-violet-harbour-29" })
            }
            "switch_organization" => json!({ "organization_id": world.organization }),
            "create_customer" => json!({ "kind": "company", "display_name": "Intruder" }),
            "update_customer" => json!({ "display_name": "Intruder" }),
            "preview_customer_import" => return Body::Form(file(b"Name\nIntruder\n")),
            "import_customers" => {
                let mapping = r#"{"display_name":"Name"}"#;
                return Body::Form(file(b"Name\nIntruder\n").text("mapping", mapping));
            }
            "create_contact_person" | "update_contact_person" => {
                json!({ "first_name": "Intruder" })
            }
            "approve_portal_sign_up" | "grant_portal_access" | "announce_bank_transfer" => {
                json!({})
            }
            "narrow_portal_access" => json!({ "modules": null }),
            "update_portal_profile" => json!({ "first_name": "Intruder" }),
            "update_portal_company" => json!({ "company_name": "Intruder" }),
            "request_portal_email_change" => {
                json!({ "email": "eve@another.example", "password": "not-the-password-3" })
            }
            "invite_customers" => json!({ "customer_ids": [world.customer()] }),
            "create_bank_account" | "replace_bank_account" => {
                json!({ "holder": "Intruder", "iban": "GB82WEST12345698765432", "bank_name": "Elsewhere" })
            }
            "create_invoice" | "calculate_invoice" => invoice,
            "update_invoice" => json!({ "notes": "Intrusion" }),
            "send_invoice" => json!({ "to": ["eve@another.example"] }),
            "void_invoice" => json!({ "reason": "Intrusion" }),
            "change_password" | "change_portal_password" => {
                json!({ "current_password": "not-the-password-3", "new_password": "another-violet-harbour-30" })
            }
            "begin_my_mfa"
            | "renew_my_recovery_codes"
            | "begin_my_portal_mfa"
            | "renew_my_portal_recovery_codes" => json!({ "password": "not-the-password-3" }),
            "confirm_my_mfa" | "confirm_my_portal_mfa" | "verify_payment_link" => {
                json!({ "code": "000000" })
            }
            "disable_my_mfa" | "disable_my_portal_mfa" => {
                json!({ "password": "not-the-password-3", "code": "000000" })
            }
            "request_password_reset" | "request_portal_password_reset" => {
                json!({ "email": "nobody@nowhere.example" })
            }
            "choose_portal_password" => json!({ "password": "another-violet-harbour-31" }),
            "update_email_template" => json!({ "subject": "Intrusion" }),
            "preview_email_template" => json!({ "subject": "Intrusion", "body": "Intrusion" }),
            "reset_password" | "reset_portal_password" => json!({ "password": PASSWORD }),
            "invite_member" => {
                json!({ "name": "Eve", "email": "eve@another.example", "role": "admin" })
            }
            "update_member" => json!({ "role": "read_only" }),
            "update_number_series" => json!({ "prefix": "INTRUSION-" }),
            "update_organization" => json!({ "phone": "666" }),
            "upload_logo" => return Body::Form(file(LOGO)),
            "record_payment" => json!({
                "customer_id": world.customer(), "date": "2026-01-01", "amount": money, "mode": "cash",
                "allocations": allocations,
            }),
            "refund_payment" | "apply_credit" | "apply_my_credit" => json!({ "amount": 1 }),
            "save_payment_method" => json!({ "gateway": "sandbox", "setup_id": "seti_nobody" }),
            "update_payment_method" => json!({ "is_default": true }),
            "charge_payment_method" => {
                json!({ "payment_method_id": world.kept(), "allocations": allocations })
            }
            "decide_refund" => json!({ "made": true }),
            "release_credit" => json!({ "payment_id": world.payment() }),
            "update_gateway" => json!({ "enabled": true }),
            "create_payment_link" => json!({ "invoice_id": world.invoice() }),
            "start_link_payment" | "begin_payment_method" => {
                json!({ "gateway": "sandbox", "method": "card" })
            }
            "start_payment" => {
                json!({ "gateway": "sandbox", "method": "card", "allocations": allocations })
            }
            "confirm_sandbox_payment" => json!({
                "client_secret": "sbx_nobody_knows_this",
                "card": { "number": "4242424242424242", "exp_month": 12, "exp_year": 2030, "cvc": "123" },
            }),
            "answer_sandbox_challenge" => json!({
                "client_secret": "sbx_nobody_knows_this", "approved": true,
            }),
            "receive_gateway_webhook" | "receive_sandbox_webhook" => {
                json!({ "intent_id": "sbx_nobody_knows_this" })
            }
            "request_portal_sign_up" => json!({ "email": "intruder@elsewhere.example" }),
            "ask_for_portal_access" => json!({ "first_name": "Ivy", "last_name": "Intruder" }),
            "accept_member_invitation" | "accept_portal_invitation" | "join_portal" => {
                json!({ "password": PASSWORD })
            }
            "create_tax_authority"
            | "update_tax_authority"
            | "update_item"
            | "update_tax"
            | "update_tax_group"
            | "update_saved_view" => json!({ "name": "Intrusion" }),
            "create_tax_exemption" => json!({ "code": "INTRUSION", "kind": "customer" }),
            "update_tax_exemption" => json!({ "code": "INTRUSION" }),
            "create_tax_group" => json!({ "name": "Intrusion", "tax_ids": world.taxes }),
            "create_saved_view" => {
                json!({ "list": "invoices", "name": "Intrusion", "filters": {} })
            }
            "update_notification_settings" => json!({ "notify_staff_by_email": false }),
            "update_my_notification_settings" => json!({ "kinds": [] }),
            "create_item" | "create_tax" => json!({ "name": "Intrusion", "rate": "1" }),
            _ => return Body::None,
        })
    }
}

enum Body {
    None,
    Json(Value),
    Form(multipart::Form),
}
