//! A new business: its organization, owner, number series and portal, at once or not at all (A1).

use entity::{
    Doc, MembershipId, OrganizationId, StaffUserId, Text, membership, number_series, organization,
    portal_name, records::Address, staff_user,
};
use portico_domain::{
    access::MembershipStatus,
    numbering::{DocumentType, Series},
    permission::Role,
    portal_name::candidates,
};
use sea_orm::Set;

use super::{
    dto::SignUp,
    sessions::{self, Opened, Who},
    sign_in, store,
    throttle::Attempt,
};
use crate::{
    db::{Actor, Db, OrgScope, Tx},
    error::{Code, Error, Result},
    http::ClientInfo,
    keys::Keys,
    organizations, passwords,
};

/// Signs a business up and its owner in.
///
/// # Errors
/// `validation_failed`; `email_taken` if the address has an account with another password.
pub async fn sign_up(db: &Db, keys: &Keys, input: SignUp, client: &ClientInfo) -> Result<Opened> {
    let email = store::normalise_email(&input.email);
    if input.time_zone.parse::<chrono_tz::Tz>().is_err() {
        return Err(Error::field(
            "/time_zone",
            "unknown",
            "must be a name of the IANA time zone database",
        ));
    }
    passwords::check_strength(
        "/password",
        &input.password,
        &[&input.name, &email, &input.organization_name],
    )?;
    let known = db
        .system_read("see whether the owner has an account", async |global| {
            store::user_by_email(global, &email).await
        })
        .await?;
    let owner = match known {
        Some(_) => {
            let attempt = Attempt::office(&email, client);
            attempt.check(db).await?;
            let given = (input.password.clone(), input.code.clone());
            let user = sign_in::authenticate(db, keys, &email, given, &attempt).await;
            Owner::Known(user.map_err(|error| match error.code() {
                Code::InvalidCredentials => Error::new(Code::EmailTaken),
                _ => error,
            })?)
        }
        None => Owner::New {
            email,
            password_hash: passwords::hash(input.password.clone()).await?,
        },
    };
    let organization_id = OrganizationId(db.clock().new_uuid());
    db.write(db.scope_of(organization_id, Actor::system()), async |tx| {
        let name = free_portal_name(tx, &input.organization_name).await?;
        insert_organization(tx, &input, name).await?;
        let user = insert_owner(tx, &input, owner).await?;
        insert_series(tx).await?;
        sessions::open(tx, Who::Staff(user), client).await
    })
    .await
}

enum Owner {
    Known(staff_user::Model),
    New {
        email: String,
        password_hash: String,
    },
}

async fn free_portal_name(tx: &Tx<OrgScope>, organization_name: &str) -> Result<String> {
    for name in candidates(organization_name).take(1000) {
        if !store::portal_name_taken(&tx.global(), &name).await? {
            return Ok(name);
        }
    }
    Err(Code::PortalNameTaken.into())
}

async fn insert_organization(tx: &Tx<OrgScope>, input: &SignUp, portal_name: String) -> Result<()> {
    tx.global()
        .insert(organization::ActiveModel {
            name: Set(input.organization_name.trim().to_owned()),
            portal_name: Set(portal_name.clone()),
            address: Set(Doc(Address {
                country: input.country.clone(),
                ..Address::default()
            })),
            email: Set(Some(store::normalise_email(&input.email))),
            base_currency: Set(Text(input.base_currency)),
            time_zone: Set(input.time_zone.clone()),
            language: Set(Text(input.language)),
            ..organizations::defaults(tx)
        })
        .await?;
    tx.global()
        .insert(portal_name::ActiveModel {
            name: Set(portal_name),
            organization_id: Set(tx.organization()),
            claimed_at: Set(tx.now()),
        })
        .await?;
    Ok(())
}

async fn insert_owner(tx: &Tx<OrgScope>, input: &SignUp, owner: Owner) -> Result<StaffUserId> {
    let (user, email, name) = match owner {
        Owner::Known(user) => (user.id, user.email, user.name),
        Owner::New {
            email,
            password_hash,
        } => {
            let user = tx
                .global()
                .insert(staff_user::ActiveModel {
                    id: Set(StaffUserId(tx.new_uuid())),
                    email: Set(email),
                    name: Set(input.name.trim().to_owned()),
                    password_hash: Set(password_hash),
                    last_sign_in_at: Set(Some(tx.now())),
                    created_at: Set(tx.now()),
                })
                .await?;
            (user.id, user.email, user.name)
        }
    };
    tx.global()
        .insert(membership::ActiveModel {
            id: Set(MembershipId(tx.new_uuid())),
            organization_id: Set(tx.organization()),
            user_id: Set(Some(user)),
            email: Set(email),
            name: Set(name),
            role: Set(Text(Role::Owner)),
            status: Set(Text(MembershipStatus::Active)),
            invited_at: Set(None),
            created_at: Set(tx.now()),
        })
        .await?;
    Ok(user)
}

async fn insert_series(tx: &Tx<OrgScope>) -> Result<()> {
    let rows = DocumentType::ALL.iter().map(|document| {
        let series = Series::default_for(*document);
        number_series::ActiveModel {
            organization_id: Set(tx.organization()),
            document_type: Set(Text(*document)),
            prefix: Set(series.prefix),
            next_number: Set(series.next),
            padding: Set(series.padding.into()),
        }
    });
    Ok(tx.insert_many(rows.collect()).await?)
}
