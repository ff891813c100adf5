use portico_tests::{Actor, Answer, App, json, makers};

use super::{
    operations::{self, Audience, Operation},
    world::World,
};

/// What everybody gets from the operations that ask for no session. An operation that is missing here fails the walk.
const OPEN: &[(&str, u16)] = &[
    ("accept_member_invitation", 404),
    ("accept_portal_invitation", 404),
    ("answer_sandbox_challenge", 404),
    ("ask_for_portal_access", 409),
    ("cancel_link_payment", 404),
    ("confirm_portal_email_change", 404),
    ("confirm_sandbox_payment", 404),
    ("get_link_payment", 404),
    ("get_member_invitation", 404),
    ("get_password_reset", 404),
    ("get_portal", 200),
    ("get_portal_email_change", 404),
    ("get_portal_invitation", 404),
    ("get_portal_logo", 404),
    ("get_portal_password_reset", 404),
    ("get_portal_sign_up_link", 409),
    ("get_public_payment_link", 404),
    ("join_portal", 409),
    ("list_dev_mailbox", 200),
    ("portal_refresh_session", 403),
    ("portal_sign_in", 401),
    ("portal_sign_out", 403),
    ("receive_gateway_webhook", 404),
    ("receive_sandbox_webhook", 400),
    ("refresh_session", 403),
    ("request_password_reset", 204),
    ("request_payment_link_code", 404),
    ("request_portal_password_reset", 204),
    ("request_portal_sign_up", 409),
    ("reset_password", 404),
    ("reset_portal_password", 404),
    ("sign_in", 401),
    ("sign_out", 403),
    ("sign_up", 201),
    ("start_link_payment", 404),
    ("sync_link_payment", 404),
    ("verify_payment_link", 404),
    ("view_payment_link", 404),
];

/// Calls every operation of an audience.
async fn walk(
    caller: &Actor,
    world: &World,
    audience: Audience,
    mut check: impl FnMut(&Operation, Answer),
) {
    let mut count = 0;
    for operation in operations::all() {
        if operation.audience == audience {
            count += 1;
            check(&operation, operation.call(caller, world).await);
        }
    }
    assert!(count > 10, "{audience:?}: the contract has more operations");
}

async fn unauthenticated(caller: &Actor, world: &World, audience: Audience) {
    walk(caller, world, audience, |_, answer| {
        answer.refused(401, "not_authenticated");
    })
    .await;
}

/// Somebody with a right of their own, elsewhere: the things of this world do not exist, and show nowhere.
async fn strange(caller: &Actor, world: &World, audience: Audience) {
    walk(caller, world, audience, |operation, answer| {
        let text = String::from_utf8_lossy(&answer.bytes);
        let leak = world.leak(&text);
        assert_eq!(leak, None, "{}: {text}", operation.id);
        assert!(answer.status < 500, "{}: {text}", operation.id);
        if operation.names_a_thing() {
            answer.refused(404, "not_found");
        }
    })
    .await;
}

#[tokio::test]
async fn a_stranger_finds_nothing_and_changes_nothing() {
    let app = App::start().await;
    let world = World::make(&app).await;
    let before = world.picture().await;
    let stranger = app.sign_up("Elsewhere").await;
    let customer = makers::customer_id(&stranger, "Outsider").await;
    let outsider = makers::portal_person(&app, &stranger, &customer).await;
    strange(&stranger, &world, Audience::Staff).await;
    strange(&outsider, &world, Audience::Portal).await;
    assert_eq!(before, world.picture().await);
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn a_sibling_customer_finds_nothing_and_changes_nothing() {
    let app = App::start().await;
    let world = World::make(&app).await;
    let sibling = makers::customer_id(&world.owner, "Nordwind").await;
    // Its version moves on, so that the walk does not change the sibling's own details.
    let note = json!({ "notes": "A sibling" });
    let path = format!("/customers/{sibling}");
    world.owner.patch(&path, 1, note).await.expect(200);
    let sibling = makers::portal_person(&app, &world.owner, &sibling).await;
    let before = world.picture().await;
    walk(&sibling, &world, Audience::Portal, |operation, answer| {
        let text = String::from_utf8_lossy(&answer.bytes);
        for secret in [&world.started, &world.person]
            .into_iter()
            .chain(["customers", "invoices", "payments"].map(|noun| &world.things[noun]))
        {
            assert!(!text.contains(secret.as_str()), "{}: {text}", operation.id);
        }
        assert!(
            !text.contains("Sealed Lindqvist"),
            "{}: {text}",
            operation.id
        );
        if operation.names_a_thing() || operation.id == "start_payment" {
            assert!(
                [404, 422].contains(&answer.status),
                "{}: {text}",
                operation.id
            );
        }
    })
    .await;
    assert_eq!(before, world.picture().await);
    makers::doctor(&app).await;
    app.stop().await;
}

#[tokio::test]
async fn nobody_and_the_wrong_audience_are_turned_away() {
    let app = App::start().await;
    let world = World::make(&app).await;
    let before = world.picture().await;
    for audience in [Audience::Staff, Audience::Portal] {
        unauthenticated(&app.nobody(), &world, audience).await;
    }
    unauthenticated(&world.person_actor, &world, Audience::Staff).await;
    unauthenticated(&world.owner, &world, Audience::Portal).await;

    let mut open = Vec::new();
    walk(
        &app.nobody(),
        &world,
        Audience::Everybody,
        |operation, answer| {
            open.push((operation.id.clone(), answer.status));
        },
    )
    .await;
    open.sort();
    let open: Vec<_> = open
        .iter()
        .map(|(id, status)| (id.as_str(), *status))
        .collect();
    assert_eq!(open, OPEN);
    assert_eq!(before, world.picture().await);
    app.stop().await;
}

#[tokio::test]
async fn whoever_is_shut_out_is_refused_everywhere() {
    let app = App::start().await;
    let world = World::make(&app).await;
    let admin = makers::member(&app, &world.owner, "Former", "admin").await;
    let former = json!({ "active": false });
    let members = world.owner.get("/members").await.expect(200).body;
    let member = members["data"]
        .as_array()
        .and_then(|list| {
            list.iter()
                .find(|member| member["email"] == "former@staff.example")
        })
        .expect("the member");
    let path = format!("/members/{}", member["id"].as_str().unwrap_or_default());
    world.owner.patch_plain(&path, former).await.expect(200);
    unauthenticated(&admin, &world, Audience::Staff).await;

    let path = format!(
        "/customers/{}/contact-persons/{}",
        world.customer(),
        world.person
    );
    let disable = format!("{path}/portal-access/disable");
    world.owner.post(&disable, json!({})).await.expect(200);
    unauthenticated(&world.person_actor, &world, Audience::Portal).await;
    let enable = format!("{path}/portal-access/enable");
    world.owner.post(&enable, json!({})).await.expect(200);
    world.person_actor.get("/portal/me").await.expect(200);

    let customer = format!("/customers/{}/deactivate", world.customer());
    world.owner.post(&customer, json!({})).await.expect(200);
    unauthenticated(&world.person_actor, &world, Audience::Portal).await;
    app.stop().await;
}
