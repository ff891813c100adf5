use std::{collections::BTreeMap, fmt::Write, str::FromStr};

use portico_domain::{
    permission::{Permission, Role},
    portal_module::PortalModule,
};
use portico_tests::{Actor, App, json, makers};

use super::{
    operations::{self, Audience, Operation},
    world::World,
};

const LISTED: &str = include_str!("operations.txt");

/// The permission that an answer misses, if that is why it is a refusal.
async fn missing(caller: &Actor, world: &World, operation: &Operation) -> Option<Permission> {
    let answer = operation.call(caller, world).await;
    let detail = answer.body["detail"].as_str().unwrap_or_default();
    let name = detail.strip_prefix("it takes the permission ")?;
    assert_eq!(answer.status, 403, "{}: {}", operation.id, answer.body);
    Some(Permission::from_str(name).expect("a permission"))
}

/// Somebody of another customer, for whom every module is closed; and nobody here edits details.
async fn bystander(app: &App, owner: &Actor) -> Actor {
    let version = owner.get("/organization").await.expect(200).body["version"].clone();
    let version = version.as_i64().expect("a version");
    let keep = json!({ "allow_edit_details": false });
    owner
        .patch("/organization", version, keep)
        .await
        .expect(200);
    let customer = makers::customer(owner, "Bystander").await;
    let text = |value: &portico_tests::Value| value.as_str().expect("an id").to_owned();
    let (customer, person) = (
        text(&customer["id"]),
        text(&customer["primary_contact"]["id"]),
    );
    let actor = makers::portal_person(app, owner, &customer).await;
    let closed = PortalModule::ALL
        .iter()
        .map(|module| json!({ "module": module, "enabled": false, "permissions": [] }));
    let closed = json!({ "modules": closed.collect::<Vec<_>>() });
    let path = format!("/customers/{customer}/contact-persons/{person}/portal-permissions");
    let request = owner.request(reqwest::Method::PUT, &path).json(&closed);
    portico_tests::send(request).await.expect(200);
    actor
}

/// The portal's permission that an answer misses, if that is why it is a refusal.
async fn not_permitted(caller: &Actor, world: &World, operation: &Operation) -> Option<String> {
    let answer = operation.call(caller, world).await;
    let detail = answer.body["detail"].as_str().unwrap_or_default();
    let name = detail.strip_prefix("it takes the permission ")?.to_owned();
    answer.refused(403, "not_permitted");
    Some(name)
}

/// The permission of each operation, read off the refusals of somebody who may do almost nothing, and then
/// each role's way through all of them: refused where the table says so, and nowhere else.
#[tokio::test]
async fn each_operation_takes_its_permission() {
    let app = App::start().await;
    let world = World::make(&app).await;
    let nearly_nobody = makers::member(&app, &world.owner, "Tim", "timesheet_only").await;
    let bystander = bystander(&app, &world.owner).await;
    let mut takes = BTreeMap::new();
    let mut listed = String::new();
    for operation in operations::all() {
        let who = match operation.audience {
            Audience::Everybody => "everybody".to_owned(),
            Audience::Portal => match not_permitted(&bystander, &world, &operation).await {
                Some(permission) => format!("portal: {permission}"),
                None => "any person of the customer".to_owned(),
            },
            Audience::Staff => match missing(&nearly_nobody, &world, &operation).await {
                Some(permission) => {
                    let name = permission.to_string();
                    takes.insert(operation.id.clone(), permission);
                    name
                }
                None => "any member of staff".to_owned(),
            },
        };
        writeln!(listed, "{:<32} {who}", operation.id).expect("a string");
    }
    assert!(
        listed == LISTED,
        "tests/it/tenancy/operations.txt should be:\n{listed}"
    );

    // From the least to the mightiest, since what they are let through to changes things.
    for role in [Role::ReadOnly, Role::Staff, Role::Accountant, Role::Admin] {
        let name = role.to_string();
        let member = makers::member(&app, &world.owner, &name, &name).await;
        for operation in operations::all() {
            let Some(permission) = takes.get(&operation.id).copied() else {
                continue;
            };
            let refusal = missing(&member, &world, &operation).await;
            let expected = (!role.may(permission)).then_some(permission);
            assert_eq!(refusal, expected, "{role}: {}", operation.id);
        }
    }
    app.stop().await;
}
