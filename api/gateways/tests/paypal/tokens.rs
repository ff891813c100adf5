//! The token, and the secrets that nobody may read.

use portico_fakes::{
    FakePayPal,
    paypal::{CLIENT_SECRET, Call, Fault},
};
use portico_gateways::{CpCode, GatewayError, PaymentGateway as _};

use crate::support::{account, approved, attempt, euros, gateway};

#[tokio::test]
async fn one_token_is_enough_until_it_is_withdrawn() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let create = |key| gateway.create_intent(attempt(key, euros(1_000)));
    let (one, two, three) = tokio::join!(create("1"), create("2"), create("3"));
    let intent = one.and(two).and(three).unwrap();
    assert_eq!(fake.calls(Call::Token), 1);

    fake.withdraw_tokens();
    let get = || gateway.retrieve_intent(&intent.id);
    let (one, two, three) = tokio::join!(get(), get(), get());
    assert!(one.is_ok() && two.is_ok() && three.is_ok());
    assert_eq!(fake.calls(Call::Token), 2);
}

#[tokio::test]
async fn a_token_that_is_about_to_expire_is_not_used() {
    let fake = FakePayPal::start().await;
    fake.grant_tokens_for(60);
    let gateway = gateway(&fake);
    let intent = gateway
        .create_intent(attempt("1", euros(1_000)))
        .await
        .unwrap();
    gateway.retrieve_intent(&intent.id).await.unwrap();
    assert_eq!(fake.calls(Call::Token), 2);
}

#[tokio::test]
async fn credentials_are_checked_anew_each_time() {
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    assert_eq!(gateway.check_credentials().await, Ok(()));
    assert_eq!(gateway.check_credentials().await, Ok(()));
    assert_eq!(fake.calls(Call::Token), 2);

    let intent = approved(&fake, &gateway, "1").await;
    fake.change_secret("another");
    let refused = gateway.check_credentials().await.unwrap_err();
    assert_eq!(refused, GatewayError::BadCredentials);
    assert_eq!(refused.cp(), Some(CpCode::BadCredentials));
    let refused = gateway.confirm_intent(&intent.id, "1").await;
    assert_eq!(refused, Err(GatewayError::BadCredentials));
    assert_eq!(fake.captured(&intent.id), 0);

    fake.change_secret(CLIENT_SECRET);
    assert!(gateway.confirm_intent(&intent.id, "1").await.is_ok());
}

#[tokio::test]
async fn no_secret_is_printed() {
    let printed = format!("{:?}", account());
    assert!(!printed.contains(CLIENT_SECRET), "{printed}");
    let fake = FakePayPal::start().await;
    let gateway = gateway(&fake);
    let secrets = Fault::Answer(200, format!("{CLIENT_SECRET} A21AA"));
    for fault in [
        secrets,
        Fault::Drop,
        Fault::garbage(400),
        Fault::issue(422, CLIENT_SECRET),
    ] {
        for call in [Call::Token, Call::Get] {
            fake.withdraw_tokens();
            fake.fail(call, 1, &fault);
            if let Err(error) = gateway.retrieve_intent("ORDER000000000009").await {
                let printed = format!("{error} {error:?}");
                assert!(!printed.contains(CLIENT_SECRET), "{printed}");
                assert!(
                    !printed.contains("A21AA") && !printed.contains(&fake.base),
                    "{printed}"
                );
            }
        }
    }
}
